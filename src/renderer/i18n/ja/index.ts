import { common } from './common.ts'
import { home } from './home.ts'
import { importing } from './import.ts'
import { log } from './log.ts'
import { office } from './office.ts'
import { addPerson, numberState, people } from './people.ts'
import { attest, enter, leave, match, person, reveal, verify } from './person.ts'
import { purge } from './purge.ts'
import { age, nav, roles, status } from './shell.ts'
import { create, locked, welcome } from './welcome.ts'

/** Every text of the main window in the source language. */
export const ja = {
  common,
  nav,
  status,
  roles,
  age,
  welcome,
  locked,
  create,
  home,
  people,
  addPerson,
  numberState,
  importing,
  person,
  reveal,
  match,
  verify,
  leave,
  enter,
  attest,
  purge,
  log,
  office,
} as const
