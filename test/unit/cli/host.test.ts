import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createHost, type Sources } from '../../../src/cli/host.ts'
import { JOBS } from '../../../src/shared/jobs.ts'

const NOTHING: Sources = {
  passphraseFile: null,
  secretFile: null,
  numberFile: null,
  stdout: false,
  json: false,
  language: 'ja',
}
const spec = (limitMs: number) => ({ kind: 'check', session: null, limitMs }) as const

it('starts a worker that answers, and kills it', async () => {
  const link = await createHost(NOTHING).start(spec(20_000), new Map())
  const answer = JOBS['list.prepare'].result.parse(await link.call('list.prepare', {}))
  expect(answer.listPk).toHaveLength(32)
  link.kill()
  await link.exited
  await expect(link.call('list.prepare', {})).rejects.toThrow('WORKER_FAILED')
})

it('kills a worker at its limit and says so', async () => {
  const link = await createHost(NOTHING).start(spec(2000), new Map())
  await link.exited
  await expect(link.call('list.prepare', {})).rejects.toThrow('WORKER_TIMED_OUT')
})

it('ends everything as cancelled when it is interrupted', async () => {
  const host = createHost(NOTHING)
  const link = await host.start(spec(20_000), new Map())
  host.interrupt()
  await link.exited
  await expect(link.call('list.prepare', {})).rejects.toThrow('CANCELLED')
})

it.runIf(process.platform === 'linux')('gives a worker nothing of this environment', async () => {
  const env = {
    ...process.env,
    NODE_OPTIONS: '--no-warnings',
    PASSPHRASE: 'x',
    LD_PRELOAD: '',
    TERM: 'xterm',
  }
  const before = new Set(readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' '))
  const link = await createHost(NOTHING, env).start(spec(20_000), new Map())
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ')
  const child = children.find((pid) => pid !== '' && !before.has(pid)) ?? 'none'
  const names = readFileSync(`/proc/${child}/environ`, 'utf8')
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => entry.split('=')[0])
  link.kill()
  expect(new Set(names)).toEqual(new Set(['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE', 'TERM']))
})
