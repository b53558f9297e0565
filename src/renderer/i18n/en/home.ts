import type { home as ja } from '../ja/home.ts'
import type { Translation } from '../translation.ts'

export const home: Translation<typeof ja> = {
  title: 'What to do today',
  lead: 'Only what {{company}} needs now.',
  nothing: 'Nothing to do today',
  nothingNext: 'The next purge falls due on {{date}} ({{people}}).',
  nothingNever: 'No purge has a date yet. Dates are worked out when you record events such as a leaver.',
  people: 'People registered',
  held: 'People whose number is held',
  usable: 'People whose number may be used',
  missing: 'People without a number',
  tasks: {
    purgeDue: 'Numbers are past their retention',
    purgeDueWhy_one:
      '{{count}} person. Purge as soon as possible (My Number Act art. 20, guideline 4-3-(3)).',
    purgeDueWhy_other:
      '{{count}} people. Purge as soon as possible (My Number Act art. 20, guideline 4-3-(3)).',
    purgeDueGo: 'Propose a purge',
    proposals: 'Purge proposals wait for confirmation',
    proposalsWhy_one: '{{count}} proposal. Someone other than the proposer confirms it.',
    proposalsWhy_other: '{{count}} proposals. Someone other than the proposer confirms them.',
    proposalsGo: 'Confirm a proposal',
    unverified: 'Numbers without identity verification',
    unverifiedWhy_one: '{{count}} person. The number cannot be used before verification or attestation.',
    unverifiedWhy_other: '{{count}} people. Their numbers cannot be used before verification or attestation.',
    unverifiedGo: 'Make the attestation',
    unverifiedGoList: 'See who it is',
    missing: 'Some people have no number yet',
    missingWhy_one: '{{count}} person. Enter it in the secure window or import a file.',
    missingWhy_other: '{{count}} people. Enter numbers in the secure window or import a file.',
    missingGo: 'See who it is',
    failures: 'A wrong verification secret was recorded',
    failuresWhy_one: '{{count}} time. See in the log who it was and when.',
    failuresWhy_other: '{{count}} times. See in the log who it was and when.',
    failuresGo: 'See the log',
    logBroken: 'The log did not verify',
    logBrokenWhy: 'It may have been altered. The responsible person must look before numbers are used.',
    logBrokenGo: 'Verify the log',
    anchor: 'This machine has no anchor for the log',
    anchorWhy:
      'The office was used on another computer, or the anchor was lost. No number is shown until the responsible person declares why.',
    anchorGo: 'Declare the reason',
  },
  first: {
    title: 'Three things to begin with',
    lead: 'Go from top to bottom. What is finished is marked "Done".',
    company: 'Add a company',
    companyWhy:
      'The company or sole proprietor whose people’s numbers you keep. Each has its own file and keys.',
    companyGo: 'Add a company',
    import: 'Import the file of employees',
    importWhy: 'Choose a CSV from your payroll software. Numbers in it are encrypted at once.',
    importGo: 'Choose a file',
    attest: 'Make the attestation',
    attestWhy:
      'The responsible person declares when and how the numbers were collected and verified. Then they can be used.',
    attestGo: 'Attest',
    done: 'Done',
    step: 'Step {{n}}',
  },
}
