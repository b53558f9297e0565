import type {
  attest as jaAttest,
  enter as jaEnter,
  leave as jaLeave,
  match as jaMatch,
  person as jaPerson,
  reveal as jaReveal,
  verify as jaVerify,
} from '../ja/person.ts'
import type { Translation } from '../translation.ts'

export const person: Translation<typeof jaPerson> = {
  back: 'Back to the list',
  facts: 'Basic data',
  code: 'Code',
  kana: 'Kana',
  birth: 'Born',
  joined: 'Joined',
  left: 'Left',
  number: {
    title: 'My Number',
    mask: 'The number is not shown',
    none: 'No number is held yet.',
    noneHint: 'See the person’s number document and type the number twice in the secure window.',
    held: 'Held, but not usable yet. Record the verification, or let the responsible person attest.',
    verified: 'Verified. It may be used for the tasks below.',
    purged: 'Purged on {{date}}. It can no longer be opened.',
    recorded: 'recorded on {{date}}',
    source: 'Source: {{source}}',
    reveal: 'Show the number',
    enter: 'Enter the number',
    replace: 'Enter a new number',
    match: 'Compare a number',
    verify: 'Record a verification',
    more: 'More',
  },
  replace: {
    title: 'Enter a new number',
    lead: 'For a number changed by the municipality, or one that was entered wrongly.',
    lost: 'What is lost: the number held now, and the effect of its verification.',
    kept: 'What remains: name, reasons for keeping, records of verification and handling.',
    submit: 'Open the secure window',
  },
  tasks: {
    title: 'Tasks the number may be used for',
    usable: 'Usable',
    refused: 'Not usable',
    none: 'There is no task for this person.',
  },
  bases: {
    title: 'Reasons for keeping',
    document: 'Document or task',
    since: 'Since',
    ended: 'Ended',
    through: 'Keep through',
    open: 'continues',
    none: 'There is no reason for keeping. Without one, no number can be entered.',
  },
  due: {
    title: 'Purge date',
    none: 'Not fixed yet. While a reason for keeping continues there is no date.',
    on: 'May be purged from {{date}}.',
    passed: 'Due since {{date}}. Please purge.',
    because: 'How this follows',
    go: 'Go to Purge',
  },
  verifications: {
    title: 'Identity verification',
    none: 'No verification is recorded.',
    noneHint: 'After seeing the number document and the identity document, press "Record a verification".',
    route: { employer: 'Documents seen', migration: 'Attestation' },
    on: 'Verified on',
    by: 'Verified by',
    documents: 'Documents seen',
    source: 'Source',
    tasks: 'Tasks',
  },
  events: { title: 'Events', leave: 'Record a leaver', joined: 'joined {{date}}', left: 'left {{date}}' },
  log: { title: 'Log of this person', none: 'No entries yet.', all: 'See all in the log' },
  unverifiedAlert: 'Before the number can be used, record a verification or attest.',
}

export const reveal: Translation<typeof jaReveal> = {
  title: 'Show numbers',
  lead: 'Choose the task. It is written to the log.',
  people: 'People to show',
  task: 'Task',
  refused: 'Not for this task: {{reason}}',
  noneUsable: 'No task can be used now. See the reasons and do what is needed first.',
  next: 'The secure window opens next. After your verification secret, numbers are shown one at a time for 30 seconds.',
  submit: 'Open the secure window',
  done: 'Finished',
  shown_one: '{{count}} person was shown.',
  shown_other: '{{count}} people were shown.',
  notShown_one: '{{count}} person was not shown (this is in the log).',
  notShown_other: '{{count}} people were not shown (this is in the log).',
  notInNotice: 'Not part of the notice of purposes.',
}

export const match: Translation<typeof jaMatch> = {
  title: 'Compare a number',
  lead: 'Only answers whether the number on a document is the number held. No number is shown.',
  submit: 'Open the secure window',
  same: 'The same number',
  sameHint: 'The number on the document is the number held.',
  different: 'A different number',
  differentHint: 'Check the document and the person. If the number was changed, use "Enter a new number".',
}

export const verify: Translation<typeof jaVerify> = {
  title: 'Record a verification',
  lead: 'Choose the documents you saw. Neither their numbers nor copies are stored.',
  numberDoc: 'Number document (one)',
  identityDoc: 'Identity documents',
  identityHint: 'One with a photo, or two without. A My Number card serves as both.',
  on: 'Verified on',
  onHint: 'Empty means today. Documents must be valid on that day.',
  submit: 'Record',
}

export const leave: Translation<typeof jaLeave> = {
  title: 'Record a leaver',
  lead: 'How long the number of {{name}} is kept follows from this date.',
  on: 'Left on',
  lastFiling: 'Last document filed on',
  lastFilingHint:
    'The day the last document with the number is filed (withholding slip, payment report). Usually 31 January of the next year. If pay or retirement money is still due, use the date of that document.',
  order: 'This cannot be before the day of leaving.',
  submit: 'Record the leaver',
  lost: 'Nothing is deleted now. When the date comes, it appears under Purge.',
}

export const enter: Translation<typeof jaEnter> = {
  title: 'Enter the number',
  lead: 'The number is typed twice in the secure window.',
  submit: 'Open the secure window',
}

export const attest: Translation<typeof jaAttest> = {
  title: 'Attestation',
  lead: 'The responsible person declares that numbers collected and verified earlier were moved into this safe from another register or program.',
  declareTitle: 'What is declared',
  declare: {
    purpose: 'These numbers were collected properly, with the purpose made known.',
    identity: 'Number and identity were checked when they were collected (family members by the employee).',
    pairing: 'Each number was checked to belong to the right person.',
  },
  effect_one: 'Concerns {{count}} unverified number of {{company}}. It becomes usable.',
  effect_other: 'Concerns {{count}} unverified numbers of {{company}}. They become usable.',
  record: 'Who attested, when and what stays in the log, signed, and cannot be deleted.',
  source: 'Where the numbers were kept',
  sourceHint: 'e.g. employee register of the payroll software; the paper binder "My Number"',
  collectedOn: 'Collected and verified on',
  collectedOnHint: 'If there were several days, the last one.',
  confirm: 'As the responsible person I declare that the above is true.',
  confirmNeeded: 'Read what is declared and tick the box.',
  submit: 'Attest',
  done: 'Attested',
  done_one: '{{count}} number can now be used.',
  done_other: '{{count}} numbers can now be used.',
  notManager: 'Only the responsible person can attest. Ask that person to open the office.',
}
