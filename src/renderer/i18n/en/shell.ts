import type { age as jaAge, nav as jaNav, roles as jaRoles, status as jaStatus } from '../ja/shell.ts'
import type { Translation } from '../translation.ts'

export const nav: Translation<typeof jaNav> = {
  label: 'Main screens',
  home: 'Home',
  people: 'People',
  import: 'Import',
  purge: 'Purge',
  log: 'Log',
  office: 'Office',
  company: 'Company',
  noCompany: 'No company yet',
}

export const status: Translation<typeof jaStatus> = {
  label: 'Status',
  offline: 'Offline',
  offlineHint: 'This app never connects to a network.',
  user: '{{name}} ({{roles}})',
  lock: 'Lock',
  lockIn_one: 'Locks in {{count}} minute without input',
  lockIn_other: 'Locks in {{count}} minutes without input',
  lockInSeconds_one: 'Locks in {{count}} second without input',
  lockInSeconds_other: 'Locks in {{count}} seconds without input',
  training: 'Training',
  trainingLong: 'This is a training office. Do not enter real My Numbers.',
  logVerified: 'Log: intact (verified {{age}})',
  logHeld: 'Log: anchored ({{age}})',
  logNeverHeld: 'Log: anchor present',
  logDeclared: 'Log: not anchored (since {{age}})',
  logDeclaredNever: 'Log: not anchored (declared)',
  logMissing: 'Log: no anchor on this machine',
  logBroken: 'Log: something is wrong',
  logUnknown: 'Log: not checked',
}

export const roles: Translation<typeof jaRoles> = {
  manager: 'Manager',
  handler: 'Handler',
  intake: 'Intake',
  system: 'System manager',
  auditor: 'Auditor',
}

export const age: Translation<typeof jaAge> = {
  now: 'just now',
  minutes_one: '{{count}} minute ago',
  minutes_other: '{{count}} minutes ago',
  hours_one: '{{count}} hour ago',
  hours_other: '{{count}} hours ago',
  days_one: '{{count}} day ago',
  days_other: '{{count}} days ago',
}
