import { callJob, withWorker } from '../../engine/workers.ts'
import { EXIT } from '../../shared/errors.ts'
import type { Command } from '../cli.ts'
import { createHost } from '../host.ts'
import { codeText } from '../views.ts'

const LIMIT_MS = 60_000

/** Form and check digit of the numbers in a file, read by a worker: this process never holds one. */
const check: Command = async (cli) => {
  const { given, out, words, language, world } = cli
  const [path = ''] = given.arguments
  const sources = {
    passphraseFile: null,
    secretFile: null,
    numberFile: null,
    stdout: false,
    json: given.flag('json'),
  }
  const host = createHost({ ...sources, language })
  const stop = world.whenInterrupted(() => host.interrupt())
  const answer = await withWorker(
    host,
    { kind: 'check', session: null, limitMs: LIMIT_MS },
    new Map(),
    (link) => callJob(link, 'number.check', { path }),
  ).finally(stop)
  const bad = answer.lines.filter(({ reason }) => reason !== null)
  out.result({ ok: bad.length === 0, ...answer }, () => {
    for (const { line, reason, testData } of answer.lines) {
      const text =
        reason === null
          ? testData
            ? words.check.testData
            : words.check.good
          : codeText(words.reason, reason)
      out.line(`${words.check.line(line)}: ${text}`)
    }
    if (answer.lines.length > 1) out.line(words.check.summary(answer.lines.length - bad.length, bad.length))
  })
  if (answer.open) out.note(words.check.open)
  return bad.length === 0 ? undefined : EXIT.badInput
}

export const checkNumberCommands = { 'check-number': check } satisfies Record<string, Command>
