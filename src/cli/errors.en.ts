import type { Complete } from './words.ts'

/** Every error in English, as a terminal says it. */
export const errorsEn: Complete['errors'] = {
  UNEXPECTED: {
    what: 'Something unexpected happened.',
    next: 'Try again. If it stays, run mamorigura doctor.',
  },
  USAGE: { what: 'The command is not right.', next: 'See mamorigura help.' },
  CANCELLED: { what: 'Cancelled.', next: 'What was recorded before stays.' },

  WRONG_PASSPHRASE: {
    what: 'The passphrase is wrong.',
    next: 'Check Caps Lock, the input method and the first line of the file. If it is forgotten, the recovery kit or another responsible person is needed.',
  },
  TOO_MANY_ATTEMPTS: {
    what: 'Too many wrong attempts; wait {{seconds}} s.',
    next: 'Then try again. Failures are in the log.',
  },
  UNKNOWN_USER: {
    what: 'There is no such user in this office.',
    next: '[[Users: {{names}}. ]]Name one with --user.',
  },
  OFFICE_DAMAGED: {
    what: 'A file of the office is damaged or was altered[[ ({{part}})]].',
    next: 'Keep the files as they are and tell the responsible person. A backup can be restored.',
  },
  OFFICE_TAMPERED: {
    what: 'A file of the office was changed in a way that is not permitted[[ ({{part}})]].',
    next: 'Stop, keep the files and tell the responsible person. Nothing was opened.',
  },
  OFFICE_TOO_NEW: { what: 'A newer version of Mamorigura made this office.', next: 'Install that version.' },
  NOT_AN_OFFICE: {
    what: 'That folder is not an office.',
    next: 'Name the folder that holds "office.json" with --office, or make one with mamorigura office create.',
  },
  OFFICE_EXISTS: {
    what: 'There is an office, or another file, in that folder already.',
    next: 'Name an empty folder or a new one.',
  },
  OFFICE_IN_USE: {
    what: 'The office is in use[[ ({{user}}, {{device}})]].',
    next: 'Close it there and try again.',
  },
  OFFICE_LOCKED: { what: 'The office is not open.', next: 'Try again.' },
  OFFICE_CLOSED: { what: 'No office is chosen.', next: 'Name its folder with --office.' },
  KDF_LIMITS: {
    what: 'The office’s key settings are outside what is permitted.',
    next: 'They may have been altered. Stop and tell the responsible person.',
  },
  PLACE_REFUSED: {
    what: 'An office cannot be kept there[[ ({{kind}})]]: shared and cloud-synchronised folders do not keep its data safe.',
    next: 'Name a folder on this computer.',
  },
  NOT_WRITABLE: {
    what: 'Cannot write[[ ({{part}})]].',
    next: 'Check the place and its permissions, or name another. Existing files are never overwritten.',
  },
  DISK_FULL: { what: 'The disk is full.', next: 'Make room. Nothing was changed.' },
  WRITE_FAILED: { what: 'Writing failed.', next: 'Check the disk. What was under way was undone.' },
  SECRET_FILE_OPEN: {
    what: 'Others can read the file with the secret or number.',
    next: 'Make it yours alone with chmod 600.',
  },
  SECRET_FILE_UNREADABLE: {
    what: 'The file with the secret or number cannot be read.',
    next: 'It is a regular file of at most 4096 bytes with the value on its first line; check place and permissions.',
  },
  SECRET_TOO_SHORT: {
    what: 'The secret is too short (at least {{minimum}} characters).',
    next: 'Several unrelated words in a row are long and easy to remember.',
  },
  SECRET_SAME_AS_PASSPHRASE: {
    what: 'The verification secret is the same as the passphrase.',
    next: 'Choose a different one.',
  },
  ROLE_REFUSED: { what: 'Your role does not permit this.', next: '[[Ask someone who is: {{needs}}.]]' },

  UNKNOWN_COMPANY: { what: 'That company was not found.', next: '[[Companies: {{names}}.]]' },
  COMPANY_NEEDED: {
    what: 'It is not clear which company is meant.',
    next: '[[Choose with --company: {{names}}. ]]If there is none, use mamorigura company add.',
  },
  NAME_TAKEN: { what: 'There is a company of that name already.', next: 'Add a word that tells them apart.' },
  UNKNOWN_PERSON: {
    what: 'That person was not found[[ ({{person}})]].',
    next: 'Check the code, leading zeros included, with mamorigura people list.',
  },
  CODE_TAKEN: { what: 'Another person has that code[[ ({{person}})]].', next: 'Use a different one.' },
  PERSON_LEFT: {
    what: '[[{{person}}: ]]leaving is recorded already[[ ({{on}})]].',
    next: 'See mamorigura people show.',
  },
  BAD_DATE: {
    what: 'The date is not right[[ (--{{option}})]].',
    next: 'Give a day that exists, like 2026-11-22, 2026/11/22, 令和8年11月22日 or R8.11.22.',
  },
  DATE_ORDER: {
    what: 'The dates are in the wrong order[[ ({{person}})]].',
    next: 'Birth comes before joining, joining before leaving, and a verification is not in the future.',
  },
  BAD_CODE: {
    what: 'The code has characters that cannot be used, or a wrong length.',
    next: 'Use a code of at most 32 letters and digits.',
  },
  BAD_NAME: { what: 'The name has characters that cannot be used.', next: 'Give the name only.' },
  LOOKS_LIKE_NUMBER: {
    what: 'There are 12 digits that look like a My Number.',
    next: 'Numbers are entered with mamorigura number set, at a terminal or from a file. Nothing was kept here.',
  },
  CORPORATE_NUMBER: {
    what: 'The corporate number is not right.',
    next: 'Check the 13 digits, or leave it out.',
  },
  FILE_UNREADABLE: { what: 'The file cannot be read.', next: 'Check its place and permissions.' },
  FILE_BINARY: {
    what: 'This is not a CSV file.',
    next: 'Save an Excel file (xlsx) as "CSV" and use that one.',
  },
  FILE_TOO_LARGE: { what: 'The file is too large.', next: 'Export only what is needed, or split it.' },
  FILE_ENCODING: {
    what: 'The characters of the file cannot be read.',
    next: 'Name the encoding with --encoding, or export it again as UTF-8 or Shift_JIS.',
  },
  FILE_STRUCTURE: {
    what: 'The file is not of the right form[[ (line {{line}})]].',
    next: 'Look at quotes (") and commas, or export it again.',
  },
  FILE_NO_HEADINGS: {
    what: 'The columns for code and name are not known.',
    next: 'Use a file with headings, or name the columns: --columns code=社員番号,name=氏名.',
  },
  FILE_EMPTY: { what: 'The file is empty.', next: 'Use one with at least one row.' },

  NUMBER_INVALID: {
    what: 'The number is not right.',
    next: 'Check the 12 digits on the document. No number was stored.',
  },
  NUMBER_MISMATCH: { what: 'The two entries differ.', next: 'No number was stored. Enter it again.' },
  NUMBER_HELD: {
    what: '[[{{person}}: ]]a number is held already.',
    next: 'If it was changed, add --replace.',
  },
  NUMBER_NOT_HELD: {
    what: '[[{{person}}: ]]no number is held.',
    next: 'Use mamorigura number set or people import.',
  },
  WRONG_SECRET: {
    what: 'The verification secret is wrong.',
    next: 'It is not the passphrase. No number was shown. The attempt is in the log.',
  },
  NO_VIEWER_KEY: {
    what: 'You have no key that opens numbers of this company.',
    next: 'Ask someone who may show numbers, or ask the responsible person for the key.',
  },
  UNKNOWN_PURPOSE: {
    what: 'There is no such task or document.',
    next: 'See mamorigura notice list, or give the id of a document such as T12.',
  },
  PURPOSE_FORBIDDEN: {
    what: 'A My Number may not be used for that, even with the person’s consent.',
    next: 'Only tax and social insurance forms that ask for it may carry it (mamorigura notice list).',
  },
  PURPOSE_NOT_IN_NOTICE: {
    what: 'The task is not part of the notice of purposes.',
    next: 'Numbers may be used only for purposes made known beforehand (mamorigura notice list).',
  },
  PURPOSE_NOT_FOR_PERSON: {
    what: '[[{{person}}: ]]this person’s number is not written on that document.',
    next: 'Check the document and name another task.',
  },
  NOT_VERIFIED: {
    what: '[[{{person}}: ]]the identity verification that this task needs is missing (My Number Act art. 16).',
    next: 'Record it with mamorigura number verify, or let the responsible person attest (number attest).',
  },
  BAD_DOCUMENTS: {
    what: 'These documents together are not an identity verification.',
    next: 'Give my-number-card alone, or a number document (such as juminhyo) and identity documents (such as driver-license; two without photo).',
  },
  LIST_TOO_LONG: {
    what: 'That is more people than may be shown at once ({{limit}}).',
    next: 'The responsible person sets it: mamorigura office policy --list-limit (20 at most).',
  },
  LIST_EMPTY: { what: 'Nobody is concerned.', next: 'See mamorigura purge due.' },
  GRANT_EXPIRED: {
    what: 'Time was up, so showing ended.',
    next: 'Start again with the operator verification.',
  },
  NOT_GRANTED: {
    what: 'Only the people fixed at the operator verification can be opened.',
    next: 'Start again with the operator verification.',
  },
  PURGE_STATE_UNKNOWN: {
    what: 'This machine has no anchor, so nobody can tell whether purged numbers came back.',
    next: 'The responsible person declares the reason: mamorigura anchor declare --reason. Then numbers can be used.',
  },
  STDOUT_REFUSED: {
    what: 'A number would leave the terminal.',
    next: 'Run this at a terminal, or add --stdout if it may.',
  },
  NOTHING_TO_ATTEST: {
    what: 'There is no number to attest.',
    next: 'The attestation concerns imported numbers. For others record the verification: number verify.',
  },

  UNKNOWN_RULE: { what: 'There is no such rule.', next: 'Give an id such as T12.' },
  NOT_DUE: {
    what: '[[{{person}}: ]]not due yet[[ ({{due}})]].',
    next: 'See mamorigura purge due.',
  },
  STILL_NEEDED: {
    what: '[[{{person}}: ]]there is a reason for keeping that continues.',
    next: 'Record what ended it, such as mamorigura leave; the date follows.',
  },
  UNKNOWN_PROPOSAL: { what: 'That proposal was not found.', next: 'See mamorigura purge list.' },
  PROPOSAL_STALE: {
    what: 'Things changed after the proposal, or it was confirmed already.',
    next: 'Nothing was destroyed. See mamorigura purge list and propose again if needed.',
  },
  SECOND_PERSON_NEEDED: {
    what: 'Someone other than the proposer must confirm.',
    next: 'Ask another responsible person; if there is none, give the reason with --sole-reason.',
  },
  REASON_NEEDED: { what: 'A reason is needed.', next: 'Give it with --reason; it stays on record.' },

  LOG_BROKEN: {
    what: 'The chain of the log is broken.',
    next: 'Stop, keep the files, tell the responsible person.',
  },
  LOG_ROLLED_BACK: {
    what: 'The log is older than this machine’s anchor.',
    next: 'It may have been put back from an old copy. Tell the responsible person.',
  },
  SIGNATURE_BAD: {
    what: 'A signature is wrong[[ ({{part}})]].',
    next: 'It may have been altered, or the fingerprint (--root) is another office’s. Tell the responsible person.',
  },
  RECORD_TAMPERED: {
    what: 'The record of a number was altered.',
    next: 'Do not use this number. Keep the files and tell the responsible person.',
  },

  WORKER_FAILED: {
    what: 'The process that handles numbers ended early.',
    next: 'No number was stored. Try again.',
  },
  WORKER_TIMED_OUT: { what: 'It took too long and was stopped.', next: 'Try again.' },
  BAD_REQUEST: { what: 'What was given could not be accepted[[ ({{part}})]].', next: 'See mamorigura help.' },
  METHOD_UNKNOWN: { what: 'This version cannot do that yet.', next: 'Check the version.' },
}
