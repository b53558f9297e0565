import type { addPerson as jaAdd, numberState as jaState, people as jaPeople } from '../ja/people.ts'
import type { Translation } from '../translation.ts'

export const people: Translation<typeof jaPeople> = {
  title: 'People',
  lead: 'Everybody whose number you keep: employees, families, payees. Numbers are not shown.',
  search: 'Search',
  searchHint: 'Code, name, kana or birth date',
  searchLabel: 'Search people',
  searchRefused:
    '12 digits cannot be searched. People are never looked up by My Number, so the text was removed. It was neither searched nor logged.',
  filter: 'Filter',
  filters: {
    all: 'All',
    missing: 'No number yet',
    unverified: 'Not verified',
    due: 'Purge due',
    left: 'Left',
  },
  total_one: '{{count, number}} person',
  total_other: '{{count, number}} people',
  add: 'Add a person',
  import: 'Import a file',
  attest: 'Make the attestation',
  select: 'Select {{name}}',
  overLimit_one:
    'One verification shows {{count}} person at most. The responsible person sets this under Office.',
  overLimit_other:
    'One verification shows {{count}} people at most. The responsible person sets this under Office.',
  selected_one: '{{count}} person selected',
  selected_other: '{{count}} people selected',
  reveal: 'Show their numbers',
  clear: 'Clear selection',
  tooMany_one: 'At most {{count}} person can be shown at once. Select fewer.',
  tooMany_other: 'At most {{count}} people can be shown at once. Select fewer.',
  open: 'Open the page of {{name}}',
  columns: {
    select: 'Select',
    code: 'Code',
    name: 'Name',
    kana: 'Kana',
    birth: 'Born',
    joined: 'Joined',
    number: 'Number',
    due: 'Purge due',
  },
  left: 'left {{date}}',
  empty: 'Nobody is registered yet',
  emptyHint:
    'Importing a CSV from your payroll software is the quick way. You can also add people one by one, and enter numbers later.',
  noMatch: 'Nobody matches',
  noMatchHint:
    'Use fewer letters, or set the filter back to "All". Variant characters such as 髙 and 高 find each other.',
  noMatchClear: 'Clear search and filter',
  table: 'List of people',
}

export const addPerson: Translation<typeof jaAdd> = {
  title: 'Add a person',
  code: 'Code',
  codeHint: 'One per person in the company, such as an employee code. Family: 0012-1. Payee: P-003.',
  name: 'Name',
  nameHint: 'In the characters of the family register or resident record.',
  kana: 'Kana',
  birth: 'Birth date',
  joined: 'Joined on',
  later: 'The number is entered afterwards, on the person’s page.',
  submit: 'Add',
}

export const numberState: Translation<typeof jaState> = {
  none: 'No number',
  held: 'Not verified',
  verified: 'Usable',
  purged: 'Purged',
}
