import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { EXIT, VaultError } from '../../shared/errors.ts'
import type { Check } from '../../shared/model.ts'
import type { Cli, Command } from '../cli.ts'
import { createHost } from '../host.ts'
import { defaultStateDir } from '../machine.ts'
import { withOffice } from '../office.ts'
import { codeText } from '../views.ts'

const WORKER_MS = 30_000

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return { id: 'node', ok: major > 22 || (major === 22 && minor >= 14), note: process.version }
}

/** The state folder, or the nearest one that is there, can be written and is nobody else's to write. */
function stateCheck(folder: string): Check {
  let at = folder
  while (!existsSync(at)) at = dirname(at)
  try {
    accessSync(at, constants.W_OK)
    const isOpen = process.platform !== 'win32' && at === folder && (statSync(at).mode & 0o002) !== 0
    return { id: 'state', ok: !isOpen, note: folder }
  } catch {
    return { id: 'state', ok: false, note: folder }
  }
}

async function workerCheck(cli: Cli): Promise<Check> {
  const nothing = { passphraseFile: null, secretFile: null, numberFile: null, stdout: false, json: false }
  const host = createHost({ ...nothing, language: cli.language })
  const before = performance.now()
  try {
    const link = await host.start({ kind: 'check', session: null, limitMs: WORKER_MS }, new Map())
    link.kill()
    await link.exited
    return { id: 'worker', ok: true, note: `${Math.round(performance.now() - before)} ms` }
  } catch (error) {
    return { id: 'worker', ok: false, note: error instanceof VaultError ? error.code : 'UNEXPECTED' }
  }
}

/** What an office's own files say; its inside only when it can be opened without asking a script for a secret. */
function officeChecks(cli: Cli, canOpen: boolean): Promise<Check[]> {
  return withOffice(cli, async ({ call, unlock }) => {
    if (!canOpen) return [{ id: 'roster', ok: true, note: cli.words.doctor.locked }]
    await unlock()
    const { checks } = await call('office.doctor', {})
    const { companies } = await call('company.list', {})
    for (const company of [null, ...companies.map(({ id }) => id)]) {
      const { ok, lines, badLine } = await call('log.verify', { company })
      checks.push({ id: 'log', ok, note: badLine === null ? `${lines}` : `line ${badLine}` })
    }
    return checks
  })
}

/** Checks whose failure means that files were damaged or altered. */
const INTEGRITY = new Set(['roster', 'companies', 'log'])

const doctor: Command = async (cli) => {
  const { given, out, words, world } = cli
  const checks = [
    nodeCheck(),
    stateCheck(given.text('state-dir') ?? defaultStateDir(world.env)),
    await workerCheck(cli),
  ]
  const hasOffice = given.flag('office') || existsSync(`${world.cwd}/office.json`)
  const canOpen = given.flag('passphrase-file') || world.stdinIsTerminal
  if (hasOffice) checks.push(...(await officeChecks(cli, canOpen)))
  const failed = checks.filter(({ ok }) => !ok)
  out.result({ ok: failed.length === 0, checks }, () => {
    const { doctor: text } = words
    out.table(
      [text.check, text.result, text.note],
      checks.map(({ id, ok, note }) => [codeText(text.checks, id), ok ? text.good : text.bad, note]),
    )
    if (!hasOffice) out.line(text.noOffice)
  })
  return failed.some(({ id }) => INTEGRITY.has(id)) ? EXIT.integrity : undefined
}

export const doctorCommands = { doctor } satisfies Record<string, Command>
