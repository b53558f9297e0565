import type { ErrorCode } from '../../shared/errors.ts'
import type { ErrorText } from './errors.ja.ts'

/** Every error in English: a missing code fails the type check. */
export const errorsEn: Readonly<Record<ErrorCode, ErrorText>> = {
  UNEXPECTED: {
    what: 'Something unexpected happened.',
    next: 'Try again. If it continues, quit the app and open it again. Your data is still there.',
  },
  USAGE: {
    what: 'The operation was not asked for correctly.',
    next: 'Check what you entered and try again.',
  },
  CANCELLED: {
    what: 'The secure window was closed, so this was cancelled.',
    next: 'Nothing was changed. Do it again if you need it.',
  },

  WRONG_PASSPHRASE: {
    what: 'The passphrase is wrong.',
    next: 'Check Caps Lock and the input method and type it again. If it is forgotten, the recovery kit or another manager is needed.',
  },
  TOO_MANY_ATTEMPTS: {
    what: 'Too many wrong attempts: input is refused for {{seconds}} more seconds.',
    next: 'Wait, then try again. The attempts are in the log.',
  },
  UNKNOWN_USER: {
    what: 'That user is not in this office.',
    next: 'Choose your name from the list. If it is missing, ask the responsible person.',
  },
  OFFICE_DAMAGED: {
    what: 'A file of the office is damaged or altered ({{part}}).',
    next: 'Keep the files as they are and tell the responsible person. A backup can be restored.',
  },
  OFFICE_TAMPERED: {
    what: 'The files of the office were changed in an improper way ({{part}}).',
    next: 'Stop, keep the files, and tell the responsible person. For safety the office was not opened.',
  },
  OFFICE_TOO_NEW: {
    what: 'This office was made by a newer version of the app.',
    next: 'Update the app, then open it.',
  },
  NOT_AN_OFFICE: {
    what: 'The chosen folder is not an office.',
    next: 'Choose the folder that contains "office.json". The first time, use "Make a new office".',
  },
  OFFICE_EXISTS: {
    what: 'This folder already has an office or other files in it.',
    next: 'Choose an empty folder. To open an office made before, use "Open an office".',
  },
  OFFICE_IN_USE: {
    what: 'This office is in use elsewhere.',
    next: 'Close it in the other window or on the other computer, then open it again.',
  },
  OFFICE_LOCKED: {
    what: 'The office is locked.',
    next: 'Press "Open" beside your name and type the passphrase in the secure window.',
  },
  OFFICE_CLOSED: { what: 'No office is open.', next: 'Choose an office and open it first.' },
  KDF_LIMITS: {
    what: 'The key settings of the office are outside the permitted range.',
    next: 'They may have been altered. Stop, keep the files, and tell the responsible person.',
  },
  PLACE_REFUSED: {
    what: 'Data cannot be kept in this place.',
    next: 'Choose a folder on this computer. Shared folders and cloud-sync folders cannot be used.',
  },
  NOT_WRITABLE: {
    what: 'The chosen place cannot be written to.',
    next: 'Choose another place, or check the permissions.',
  },
  DISK_FULL: { what: 'The disk is full.', next: 'Free some space and try again. Nothing was changed.' },
  WRITE_FAILED: {
    what: 'Writing failed.',
    next: 'Check the disk and try again. The unfinished change was undone.',
  },
  SECRET_FILE_OPEN: {
    what: 'Other people can read the file with the secret.',
    next: 'Change its permissions so that only you can read it.',
  },
  SECRET_FILE_UNREADABLE: {
    what: 'The file with the secret cannot be read.',
    next: 'Check its place and permissions.',
  },
  SECRET_TOO_SHORT: {
    what: 'The secret is too short (at least {{minimum}} characters).',
    next: 'Several unrelated words in a row are long and easy to remember.',
  },
  SECRET_SAME_AS_PASSPHRASE: {
    what: 'The verification secret is the same as the passphrase.',
    next: 'Choose a different one.',
  },
  ROLE_REFUSED: {
    what: 'Your role does not permit this.',
    next: 'Ask someone with this role: {{needs}}. Roles are listed under Office, Users.',
  },

  UNKNOWN_COMPANY: { what: 'That company was not found.', next: 'Choose the company again at the top left.' },
  COMPANY_NEEDED: { what: 'No company is chosen.', next: 'Choose a company at the top left.' },
  NAME_TAKEN: {
    what: 'There is already a company of that name.',
    next: 'Add the branch or another word that tells them apart.',
  },
  UNKNOWN_PERSON: { what: 'That person was not found.', next: 'Go back to the list and search again.' },
  CODE_TAKEN: {
    what: 'Another person has that code.',
    next: 'Use a different code, or look that person up in the list.',
  },
  PERSON_LEFT: {
    what: 'This person has left already.',
    next: 'See the date of leaving on the person’s page.',
  },
  BAD_DATE: {
    what: 'The date is not right.',
    next: 'Type a day that exists, like 2026/11/22 or 令和8年11月22日.',
  },
  DATE_ORDER: {
    what: 'The dates are in the wrong order.',
    next: 'Birth comes before joining, and joining before leaving.',
  },
  BAD_CODE: {
    what: 'The code has characters that cannot be used, or a wrong length.',
    next: 'Use a short code of letters and digits such as an employee code.',
  },
  BAD_NAME: {
    what: 'The name has characters that cannot be used.',
    next: 'Type only the name, in the characters of the resident record.',
  },
  LOOKS_LIKE_NUMBER: {
    what: 'There are 12 digits that look like a My Number.',
    next: 'Numbers are typed in the secure window ("Enter the number" on the person’s page). Nothing was kept here.',
  },
  CORPORATE_NUMBER: {
    what: 'The corporate number is not right.',
    next: 'Check the 13 digits on the notice or the public register. The field may stay empty.',
  },
  FILE_UNREADABLE: {
    what: 'The file cannot be read.',
    next: 'Check that it was not moved and is not open in another program, and choose it again.',
  },
  FILE_BINARY: {
    what: 'This is not a CSV file.',
    next: 'Save an Excel file (xlsx) as "CSV" and choose that one.',
  },
  FILE_TOO_LARGE: {
    what: 'The file is too large.',
    next: 'Export only the columns and rows you need, or split it.',
  },
  FILE_ENCODING: {
    what: 'The characters of the file cannot be read.',
    next: 'Choose another encoding, or export it again as UTF-8 or Shift_JIS.',
  },
  FILE_STRUCTURE: {
    what: 'The columns are broken on line {{line}} of the file.',
    next: 'Look at quotes (") and commas on that line, or export the file again.',
  },
  FILE_NO_HEADINGS: {
    what: 'The columns for code and name are not known.',
    next: 'Choose a file whose first line has headings such as 社員番号 and 氏名, or choose the columns.',
  },
  FILE_EMPTY: {
    what: 'The file has no people in it.',
    next: 'Check the export and choose a file with rows.',
  },

  NUMBER_INVALID: {
    what: 'The number is not right.',
    next: 'Check the 12 digits on the document. 13 digits are a corporate number, 11 a resident record code.',
  },
  NUMBER_MISMATCH: {
    what: 'The two entries differ.',
    next: 'No number was stored. Type it again while looking at the document.',
  },
  NUMBER_HELD: {
    what: 'This person’s number is held already.',
    next: 'If it was changed, use "Enter a new number".',
  },
  NUMBER_NOT_HELD: {
    what: 'No number is held for this person.',
    next: 'Use "Enter the number" on the person’s page, or import a file.',
  },
  WRONG_SECRET: {
    what: 'The verification secret is wrong.',
    next: 'It is not the passphrase. No number was shown. The attempt is in the log.',
  },
  NO_VIEWER_KEY: {
    what: 'You have no key that opens numbers of this company.',
    next: 'Ask someone who may show numbers, or ask the responsible person for the key.',
  },
  UNKNOWN_PURPOSE: { what: 'There is no such task.', next: 'Choose one from the list.' },
  PURPOSE_FORBIDDEN: {
    what: 'A My Number may not be used for that, even with the person’s consent.',
    next: 'Use it only for tax and social insurance forms that ask for it. On a workers’ accident claim the person writes it.',
  },
  PURPOSE_NOT_IN_NOTICE: {
    what: 'The task is not part of the notice of purposes.',
    next: 'Numbers may be used only for purposes made known beforehand. Publish a new notice first.',
  },
  PURPOSE_NOT_FOR_PERSON: {
    what: 'This person’s number is not written for that task.',
    next: 'Check whether the document has a field for it, and choose another task.',
  },
  NOT_VERIFIED: {
    what: 'The identity verification that this task needs is missing.',
    next: 'Record it on the person’s page, or let the responsible person attest (My Number Act art. 16).',
  },
  BAD_DOCUMENTS: {
    what: 'These documents together are not an identity verification.',
    next: 'Choose a My Number card alone, or a number document and an identity document (two without photo). The 個人番号通知書 cannot be used.',
  },
  LIST_TOO_LONG: {
    what: 'That is more people than may be shown at once.',
    next: 'Choose fewer. The responsible person sets the limit under Office, Settings (20 at most).',
  },
  LIST_EMPTY: { what: 'Nobody is chosen.', next: 'Choose people in the list first.' },
  GRANT_EXPIRED: {
    what: 'Time was up, so showing ended.',
    next: 'Start again with the operator verification.',
  },
  NOT_GRANTED: {
    what: 'Only the people fixed at the operator verification can be opened.',
    next: 'Choose the people again and start with the operator verification.',
  },
  PURGE_STATE_UNKNOWN: {
    what: 'This machine has no anchor, so nobody can tell whether purged numbers came back.',
    next: 'The responsible person declares the reason under Office, Checks. Then numbers can be used.',
  },
  STDOUT_REFUSED: {
    what: 'A number cannot go to standard output.',
    next: 'Show it at the terminal, or add --stdout to the command.',
  },
  NOTHING_TO_ATTEST: {
    what: 'There is no number to attest.',
    next: 'The attestation concerns numbers from imported files. For numbers typed by hand, record the verification on the person’s page.',
  },

  UNKNOWN_RULE: { what: 'There is no such rule.', next: 'Choose one from the list.' },
  NOT_DUE: {
    what: '{{person}} is not due yet ({{due}}).',
    next: 'Propose only people who are due.',
  },
  STILL_NEEDED: {
    what: '{{person}} still has a reason for keeping that continues.',
    next: 'Record events such as leaving on the person’s page; the date follows from them.',
  },
  UNKNOWN_PROPOSAL: { what: 'That proposal was not found.', next: 'Open the purge screen again.' },
  PROPOSAL_STALE: {
    what: 'Things changed after the proposal, or it was confirmed already.',
    next: 'Nothing was destroyed. Look at the purge screen and propose again if needed.',
  },
  SECOND_PERSON_NEEDED: {
    what: 'Someone other than the proposer must confirm.',
    next: 'Ask another responsible person to open the office. If there is only one, give the reason and confirm.',
  },
  REASON_NEEDED: { what: 'A reason is needed.', next: 'Type the reason that will stay on record.' },

  LOG_BROKEN: {
    what: 'The chain of the log is broken.',
    next: 'Stop using numbers, keep the files, and tell the responsible person.',
  },
  LOG_ROLLED_BACK: {
    what: 'The log is older than this machine’s anchor.',
    next: 'It may have been put back from an old copy. Tell the responsible person.',
  },
  SIGNATURE_BAD: {
    what: 'A signature is wrong.',
    next: 'It may have been altered. Stop and tell the responsible person.',
  },
  RECORD_TAMPERED: {
    what: 'The record of a number was altered.',
    next: 'Do not use this number. Keep the files and tell the responsible person.',
  },

  WORKER_FAILED: {
    what: 'The process that handles numbers ended early.',
    next: 'No number was shown or stored. Try again.',
  },
  WORKER_TIMED_OUT: { what: 'It took too long and was stopped.', next: 'Nothing was changed. Try again.' },
  BAD_REQUEST: {
    what: 'What was entered could not be accepted.',
    next: 'Check it, or open the screen again.',
  },
  METHOD_UNKNOWN: { what: 'This version cannot do that yet.', next: 'Check the version of the app.' },
}
