import type { office as ja } from '../ja/office.ts'
import type { Translation } from '../translation.ts'

export const office: Translation<typeof ja> = {
  title: 'Office',
  tabs: { companies: 'Companies', users: 'Users', checks: 'Checks', settings: 'Settings' },
  companies: {
    lead: 'The companies whose people’s numbers you keep. Each has its own file and keys; they never mix.',
    add: 'Add a company',
    empty: 'No company yet',
    emptyHint: 'Add a company or sole proprietor, and you can import its employees.',
    name: 'Name of the company',
    kind: 'Kind',
    kinds: {
      corporation: 'Corporation',
      sole: 'Sole proprietor',
      'sole-real-estate': 'Sole proprietor (real estate)',
    },
    corporateNumber: 'Corporate number',
    corporateNumberHint: '13 digits, a public number.',
    corporateNumberBad:
      'A corporate number has 13 digits, and its first digit is a check digit that must fit.',
    corporateNumberIndividual:
      '12 digits may be a My Number, so the text was removed. A corporate number has 13 digits.',
    role: 'Role of the safe',
    roleHint: 'Used to work out purge dates. Leave it at B if unsure.',
    roles: {
      A: 'A Ledger (lets staff omit the number on declarations)',
      B: 'B Until the last filing (standard)',
      C: 'C As long as the documents',
    },
    rolesShort: { A: 'A Ledger', B: 'B Until last filing', C: 'C As documents' },
    submit: 'Add',
    added: '{{name}} was added.',
    nextImport: 'Import its employees',
    current: 'Shown now',
    switch: 'Switch to this company',
    createdAt: 'Added on',
  },
  users: {
    lead: 'Who can open this office, and their roles.',
    name: 'Name',
    roles: 'Roles',
    mayOpen: 'May show numbers',
    note: 'Showing a number always needs that person’s own verification secret. The system manager cannot show numbers.',
  },
  checks: {
    lead: 'Checks the files of this office and this computer.',
    run: 'Check',
    ok: 'Good',
    bad: 'Please look',
    anchorTitle: 'Anchor on this machine',
    anchor: {
      held: 'There is an anchor (last at {{at}}).',
      missing: 'There is no anchor. No number is shown until the responsible person declares why.',
      declared: 'Its absence was declared (not anchored on this machine since {{at}}).',
    },
    declare: 'Declare the reason',
    declareTitle: 'Declare why there is no anchor',
    declareLead:
      'The anchor shows that log and purges were not put back to an older state. Give the reason you know of, such as a move to a new computer.',
    declareLost: 'What is lost: this machine’s evidence that earlier records were not put back.',
    declareKept:
      'What remains: the log itself, and this declaration, which cannot be deleted and is always shown.',
    declareReason: 'Reason',
    declareReasonHint: 'e.g. new computer; the folder of the office was moved',
    declareSubmit: 'Declare',
    declared: 'Declared.',
    neverAnchored: 'never',
  },
  settings: {
    policy: 'Policy for showing numbers',
    policyHint: 'Changes are logged. Fewer is safer.',
    listLimit: 'People shown on one verification',
    lead: 'How things look on this computer. The data of the office is not affected.',
    language: '言語 / Language',
    theme: 'Colours',
    themes: { auto: 'As the computer', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    zoom: 'Text size',
    capture: 'Screenshots',
    captureHidden: 'On this computer, screenshots and screen sharing do not show the windows.',
    captureShown:
      'This computer has no way to keep windows out of screenshots and screen sharing. Mind your surroundings when a number is shown.',
  },
}
