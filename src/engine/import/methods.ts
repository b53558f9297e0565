import { VaultError } from '../../shared/errors.ts'
import {
  changedPeople,
  companyOf,
  type Context,
  dropPending,
  holding,
  type Methods,
  sessionOf,
} from '../context.ts'
import { commitImport, type PendingImport, previewImport } from './import.ts'

function pendingOf(context: Context, handle: string): PendingImport {
  if (context.pending?.handle !== handle) throw new VaultError('BAD_REQUEST', { part: 'handle' })
  return context.pending
}

/** The import's part of the method table. */
export const importMethods = (
  context: Context,
): Methods<'import.preview' | 'import.commit' | 'import.cancel'> => ({
  'import.preview': async ({ company, file, encoding, mapping }) => {
    dropPending(context)
    const opened = companyOf(context, company)
    const session = sessionOf(context)
    const source = { path: context.env.places(file), encoding, mapping }
    const { pending, report } = await previewImport(session, opened, source)
    // Meanwhile the office may have been locked, or another file chosen: no worker with a file's numbers is left behind.
    if (context.session !== session) {
      pending.worker.kill()
      throw new VaultError('OFFICE_LOCKED')
    }
    dropPending(context)
    context.pending = pending
    return { handle: pending.handle, report }
  },
  'import.commit': async ({ handle }) => {
    const pending = pendingOf(context, handle)
    const opened = companyOf(context, pending.company)
    try {
      const done = await holding(context, () => commitImport(sessionOf(context), opened, pending))
      changedPeople(context, pending.company)
      return done
    } finally {
      if (context.pending === pending) dropPending(context)
    }
  },
  'import.cancel': ({ handle }) => {
    pendingOf(context, handle)
    dropPending(context)
    return {}
  },
})
