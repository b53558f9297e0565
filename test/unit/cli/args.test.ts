import { resolve } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCommandLine } from '../../../src/cli/args.ts'
import { COMMANDS, COMMAND_IDS, type CommandSpec, OPTIONS, synopsis } from '../../../src/cli/catalog.ts'
import { VaultError } from '../../../src/shared/errors.ts'

const CWD = resolve('/somewhere')
const read = (...argv: string[]) => readCommandLine(argv, CWD)

function refusal(...argv: string[]): VaultError {
  try {
    read(...argv)
  } catch (error) {
    if (error instanceof VaultError) return error
    throw error
  }
  throw new Error('was taken')
}
/** What an error would repeat; `crashed` for anything but a refusal. */
function outcome(argv: readonly string[]): string {
  try {
    read(...argv)
    return ''
  } catch (error) {
    return error instanceof VaultError ? JSON.stringify(error.params) : 'crashed'
  }
}
const partOf = (...argv: string[]): unknown => refusal(...argv).params['part']

describe('the command line', () => {
  it('names a command by one or two words, with options anywhere', () => {
    const given = read('--json', 'people', '--search', '佐藤', 'list')
    expect(given.command).toBe('people list')
    expect(given.flag('json')).toBe(true)
    expect(given.text('search')).toBe('佐藤')
    expect(read('leave', '0012', '--on=R8.8.31').command).toBe('leave')
  })

  it('reads days in any form and paths against the current folder', () => {
    expect(read('leave', '1', '--on', '令和8年8月31日').needDate('on')).toBe('2026-08-31')
    expect(read('people', 'import', 'a.csv').arguments).toEqual([resolve(CWD, 'a.csv')])
    expect(read('office', 'status', '--office', '.').text('office')).toBe(CWD)
  })

  it('takes options that may repeat in their order, and others once', () => {
    const given = read('purge', 'propose', '--reason', 'r', '--person', '1', '--person', '2')
    expect(given.many('person')).toEqual(['1', '2'])
    expect(partOf('company', 'list', '--user', 'a', '--user', 'b')).toBe('option-twice')
  })

  it('ends options at --', () => {
    expect(read('number', 'reveal', '--purpose', 'T12', '--', '-1').arguments).toEqual(['-1'])
  })

  it.each([
    ['unknown-command', ['people', 'fly']],
    ['unknown-command', ['people']],
    ['unknown-option', ['company', 'list', '--frobnicate']],
    ['unknown-option', ['company', 'list', '-x']],
    ['option-not-here', ['company', 'list', '--purpose', 'T12']],
    ['value-missing', ['company', 'list', '--user']],
    ['value-missing', ['company', 'list', '--user', '--json']],
    ['value-missing', ['company', 'list', '--user=']],
    ['value-not-wanted', ['company', 'list', '--json=yes']],
    ['value-bad', ['office', 'policy', '--list-limit', '0']],
    ['value-bad', ['company', 'add', '--name', 'n', '--role', 'D']],
    ['value-bad', ['log', 'verify', '--root', 'xyz']],
    ['value-bad', ['company', 'list', '--now', 'yesterday']],
    ['option-needed', ['company', 'add']],
    ['argument-needed', ['people', 'show']],
    ['too-many-arguments', ['people', 'show', '1', '2']],
  ])('is refused as %s: %j', (part, argv) => {
    expect(partOf(...argv)).toBe(part)
  })

  it('tells a day that does not exist', () => {
    expect(refusal('leave', '1', '--on', '2026-02-30').code).toBe('BAD_DATE')
  })

  it('asks for nothing where only help is wanted', () => {
    expect(read('number', 'reveal', '--help').flag('help')).toBe(true)
    expect(read().command).toBeNull()
  })
})

describe('what must not be on a command line', () => {
  it.each(['passphrase', 'password', 'secret', 'pin', 'PASSWORD', 'verification-secret'])(
    'refuses --%s with an explanation and does not repeat its value',
    (name) => {
      const error = refusal('company', 'list', `--${name}`, 'himitsu-no-aikotoba')
      expect(error.params['part']).toBe('secret-on-command-line')
      expect(JSON.stringify(error.params)).not.toContain('himitsu')
    },
  )

  it.each([
    ['people', 'show', '123456789018'],
    ['people', 'list', '--search', '１２３４ ５６７８ ９０１８'],
    ['number', 'set', '0001', '--number', '123456789018'],
    ['number', 'set', '0001', '--number-file', '1234-5678-9018'],
    ['check-number', '123456789018'],
    ['people', 'add', '1', '--name', '佐藤 123456789018'],
    ['company', 'add', '--name', 'n', '--role', '123456789018'],
    ['purge', 'propose', '--reason', '番号は1234 5678 9018'],
    ['company', 'list', 'x', '123456789018'],
  ])('refuses a number in %j %j and does not repeat it', (...argv) => {
    const error = refusal(...argv)
    expect(error.params['part']).toBe('number-on-command-line')
    expect(JSON.stringify(error.params)).not.toMatch(/1234|１２３４/)
  })

  it('does not repeat an unknown word that could hold a number', () => {
    for (const argv of [['--x123456789018'], ['x123456789018', 'y']]) {
      expect(JSON.stringify(refusal(...argv).params)).not.toContain('123456789018')
    }
  })

  it('takes ids and paths with digits', () => {
    const id = '12345678901812345678901234567890'
    expect(read('purge', 'confirm', id).arguments).toEqual([id])
    const path = '/backup/202611221200/log.json'
    expect(read('log', 'verify', '--file', path).text('file')).toBe(resolve(path))
  })

  it('never echoes twelve digits, whatever is typed', () => {
    const word = fc.oneof(
      fc.constantFrom('people', 'show', '--name', '--user', '--', '--x', '--search='),
      fc.string(),
      fc.string().map((text) => `${text}123456789018`),
      fc.constant('--n123456789018=1'),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (argv) => {
        const echoed = outcome(argv)
        return echoed !== 'crashed' && !echoed.includes('123456789018')
      }),
    )
  })
})

describe('the catalogue', () => {
  it('requires only options that a command takes', () => {
    for (const id of COMMAND_IDS) {
      const spec: CommandSpec = COMMANDS[id]
      expect(spec.options).toEqual(expect.arrayContaining([...spec.required]))
      expect(new Set(spec.options).size).toBe(spec.options.length)
    }
  })

  it('has no option that would take a secret or a number itself', () => {
    for (const name of Object.keys(OPTIONS)) {
      expect(name).not.toMatch(/^(?:passphrase|secret|password|number)$/)
    }
  })

  it('shows how a command is typed', () => {
    expect(synopsis('number reveal')).toBe('number reveal CODE… --purpose TASK|RULE')
    expect(synopsis('help')).toBe('help [COMMAND…]')
  })
})
