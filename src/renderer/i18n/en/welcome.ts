import type { create as jaCreate, locked as jaLocked, welcome as jaWelcome } from '../ja/welcome.ts'
import type { Translation } from '../translation.ts'

export const welcome: Translation<typeof jaWelcome> = {
  title: 'A safe for My Numbers',
  lead: 'Keeps other people’s My Numbers (個人番号) on this computer alone, until they are used and purged.',
  offline: 'It never connects to a network. Your data is only in the folder that you choose.',
  open: 'Open an office',
  openHint: 'Choose the folder of an office that was made before.',
  create: 'Make a new office',
  createHint: 'Start here the first time. It takes about five minutes.',
  training: 'Make a training office',
  trainingHint: 'Try everything with invented data. It never mixes with the real one.',
  recent: 'Offices opened recently',
  recentEmpty: 'None yet. Offices that you open are listed here.',
  recentOpen: 'Open {{label}}',
}

export const locked: Translation<typeof jaLocked> = {
  title: 'Open {{office}}',
  lead: 'Press "Open" beside your name.',
  secret: 'The passphrase is typed in the secure window, never on this screen.',
  open: 'Open',
  openAs: 'Open as {{name}}',
  failed_one:
    'The passphrase was wrong {{count}} time since the last opening. If that was not you, tell the responsible person.',
  failed_other:
    'The passphrase was wrong {{count}} times since the last opening. If that was not you, tell the responsible person.',
  other: 'Choose another office',
  lockedNow: 'Locked. Open it again to continue.',
  noUsers: 'This office has no users. Check that you chose the right folder.',
}

export const create: Translation<typeof jaCreate> = {
  title: 'Make a new office',
  trainingTitle: 'Make a training office',
  trainingLead: 'An office for invented data only. Its keys and records are separate from a real office.',
  name: 'Name of the office',
  nameHint: 'Your company or accounting firm. It appears in the log and on certificates.',
  trainingName: 'Training office',
  user: 'Name of the responsible person',
  userHint: 'The first user, who is both manager and handler.',
  folder: 'Folder for the data',
  folderHint: 'An empty folder on this computer. Shared folders and cloud-sync folders cannot be used.',
  kit: 'Where to write the recovery kit',
  kitHint:
    'The only sheet that helps when passphrases are forgotten. Print it and keep it away from this computer.',
  chosen: '{{label}} was chosen',
  notChosen: 'Not chosen yet',
  chooseFolder: 'Choose a folder',
  chooseKit: 'Choose where to write it',
  next: 'The secure window opens next, and you set two secrets.',
  nextPassphrase: 'Passphrase: opens the office every morning.',
  nextSecret: 'Verification secret: needed to show a number. It must differ from the passphrase.',
  submit: 'Set the secrets and make the office',
  done: 'The office was made',
  doneKit:
    'Print the recovery kit, keep it away from this computer (in a safe, for example), then delete the saved file. Without it, numbers cannot be opened if the secrets are forgotten.',
  doneKitButton: 'Printed and put away',
}
