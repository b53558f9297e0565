import { describe, expect, it, vi } from 'vitest'
import { concat, utf8 } from '../../../../src/crypto/bytes.ts'
import { sealTo } from '../../../../src/crypto/keys.ts'
import { resealForList } from '../../../../src/crypto/number-box.ts'
import { VaultError } from '../../../../src/shared/errors.ts'
import type { JobParams } from '../../../../src/shared/jobs.ts'
import type { Operator } from '../../../../src/shared/secure-screen.ts'
import { prepareList, runList } from '../../../../src/worker/jobs/list.ts'
import { numberOf } from '../../../support/numbers.ts'

const NUMBERS = [1, 2, 3].map(numberOf)

type Show = (index: number) => Promise<Uint8Array>

/** A list of three with an operator that does as told; what the engine was asked for is recorded in order. */
function list(
  act: (show: Show, stopped: Promise<void>) => Promise<void>,
  change: Partial<JobParams<'list.run'>> = {},
) {
  const pair = prepareList()
  const sealed = NUMBERS.map((number, index) => resealForList(utf8(number), index))
  const asked: number[] = []
  const engine = {
    attempt: () => Promise.resolve(),
    shown: (index: number) => {
      asked.push(index)
      return Promise.resolve(sealed[index]?.box ?? new Uint8Array())
    },
  }
  const operator: Operator = {
    canRetry: true,
    ask: () => Promise.resolve({} as never),
    runList: (_, show, signal) =>
      act(
        show,
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve())
        }),
      ),
  }
  const params: JobParams<'list.run'> = {
    sealedKeys: sealTo(concat(...sealed.map(({ key }) => key)), pair.pk),
    company: '見本',
    task: { ja: 'x', en: 'x' },
    people: NUMBERS.map((_, i) => ({ code: String(i), name: '佐藤' })),
    secondsEach: 30,
    listMs: 600_000,
    idleMs: 120_000,
    ...change,
  }
  return { asked, engine, run: () => runList(params, pair.sk, operator, engine), sk: pair.sk }
}

const text = (digits: Uint8Array): string => new TextDecoder().decode(digits)

describe('a shown list', () => {
  it('opens each number on its own, after the engine was told', async () => {
    const seen: string[] = []
    const { run, asked } = list(async (show) => {
      for (const index of [0, 1, 2]) {
        expect(asked).toHaveLength(index)
        seen.push(text(await show(index)))
      }
    })
    await expect(run()).resolves.toEqual({ end: 'done' })
    expect(seen).toEqual(NUMBERS)
  })

  it('that was left early says so', async () => {
    const { run } = list(async (show) => {
      await show(1)
    })
    await expect(run()).resolves.toEqual({ end: 'ended' })
  })

  it('ends as usual when the window was closed', async () => {
    const { run } = list(() => Promise.reject(new VaultError('CANCELLED')))
    await expect(run()).resolves.toEqual({ end: 'ended' })
  })

  it('fails when the engine cannot write its line, and has opened nothing', async () => {
    const seen: unknown[] = []
    const made = list(async (show) => {
      seen.push(await show(0))
    })
    made.engine.shown = () => Promise.reject(new VaultError('DISK_FULL'))
    await expect(made.run()).rejects.toThrow('DISK_FULL')
    expect(seen).toEqual([])
  })

  it.each([
    ['a second time', [0, 0]],
    ['beyond its end', [3]],
  ])('opens no position %s, and does not even ask the engine', async (_, positions) => {
    const { run, asked } = list(async (show) => {
      for (const index of positions) await show(index)
    })
    await expect(run()).rejects.toThrow('NOT_GRANTED')
    expect(asked).toEqual(positions.slice(0, positions.length - 1))
  })

  it('opens no box of another position', async () => {
    const made = list(async (show) => {
      await show(0)
    })
    const { shown } = made.engine
    made.engine.shown = () => shown(1)
    await expect(made.run()).rejects.toThrow('RECORD_TAMPERED')
  })

  it('of keys for another length is refused', async () => {
    const { run } = list(() => Promise.resolve(), { people: [{ code: '1', name: '佐藤' }] })
    await expect(run()).rejects.toThrow('RECORD_TAMPERED')
  })

  it('cannot run twice: its key is gone', async () => {
    const made = list(() => Promise.resolve())
    await made.run()
    expect(made.sk.every((byte) => byte === 0)).toBe(true)
    await expect(made.run()).rejects.toThrow('RECORD_TAMPERED')
  })
})

describe('time', () => {
  it('ends a list after two minutes without a key, and opens nothing more', async () => {
    vi.useFakeTimers()
    try {
      const { run, asked } = list(async (show, stopped) => {
        await show(0)
        await stopped
        await expect(show(1)).rejects.toThrow('NOT_GRANTED')
      })
      const ended = run()
      await vi.advanceTimersByTimeAsync(119_999)
      await vi.advanceTimersByTimeAsync(2)
      await expect(ended).resolves.toEqual({ end: 'idle' })
      expect(asked).toEqual([0])
    } finally {
      vi.useRealTimers()
    }
  })

  it('ends a list after ten minutes, however busy', async () => {
    vi.useFakeTimers()
    try {
      let over = false
      const { run } = list(
        async (_, stopped) => {
          await stopped
          over = true
        },
        { idleMs: 10_000_000 },
      )
      const ended = run()
      await vi.advanceTimersByTimeAsync(599_999)
      expect(over).toBe(false)
      await vi.advanceTimersByTimeAsync(1)
      await expect(ended).resolves.toEqual({ end: 'time' })
    } finally {
      vi.useRealTimers()
    }
  })
})
