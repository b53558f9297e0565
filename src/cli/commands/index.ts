import type { CommandId } from '../catalog.ts'
import type { Command } from '../cli.ts'
import { checkNumberCommands } from './check-number.ts'
import { companyCommands } from './company.ts'
import { demoCommands } from './demo.ts'
import { doctorCommands } from './doctor.ts'
import { helpCommands } from './help.ts'
import { importCommands } from './import.ts'
import { logCommands } from './log.ts'
import { numberCommands } from './number.ts'
import { officeCommands } from './office.ts'
import { peopleCommands } from './people.ts'
import { purgeCommands } from './purge.ts'

/** Every command of the catalogue; one without its act fails the type check. */
export const ACTS: Readonly<Record<CommandId, Command>> = {
  ...officeCommands,
  ...companyCommands,
  ...peopleCommands,
  ...importCommands,
  ...numberCommands,
  ...purgeCommands,
  ...logCommands,
  ...checkNumberCommands,
  ...doctorCommands,
  ...demoCommands,
  ...helpCommands,
}
