import { COMPANY_KINDS, ENCODINGS } from '../shared/model.ts'
import { LANGUAGES } from './language.ts'

/**
 * Every option and command of the command line. An option means the same wherever it is taken; what it does for a reader
 * stands in words.*.ts, where a missing entry fails the type check.
 */

/** How a value is read. `text` and `code` may never hold 12 digits in a row; `hex` is an id or a fingerprint. */
export type ValueKind = 'path' | 'text' | 'code' | 'hex' | 'date' | 'instant' | 'count'

export interface OptionSpec {
  readonly kind: ValueKind | 'flag'
  readonly value?: string
  readonly choices?: readonly string[]
  /** May be given more than once. */
  readonly many?: boolean
}

export const OPTIONS = {
  office: { kind: 'path', value: 'DIR' },
  company: { kind: 'text', value: 'ID|NAME' },
  user: { kind: 'text', value: 'NAME' },
  'passphrase-file': { kind: 'path', value: 'FILE' },
  'secret-file': { kind: 'path', value: 'FILE' },
  'number-file': { kind: 'path', value: 'FILE' },
  'state-dir': { kind: 'path', value: 'DIR' },
  json: { kind: 'flag' },
  lang: { kind: 'code', value: 'ja|en', choices: LANGUAGES },
  help: { kind: 'flag' },
  version: { kind: 'flag' },
  now: { kind: 'instant', value: 'INSTANT' },
  training: { kind: 'flag' },
  'kdf-floor': { kind: 'flag' },
  name: { kind: 'text', value: 'NAME' },
  'kit-out': { kind: 'path', value: 'FILE' },
  'list-limit': { kind: 'count', value: '1-20' },
  kind: { kind: 'code', value: COMPANY_KINDS.join('|'), choices: COMPANY_KINDS },
  'corporate-number': { kind: 'text', value: '13' },
  role: { kind: 'code', value: 'A|B|C', choices: ['A', 'B', 'C'] },
  encoding: { kind: 'code', value: ENCODINGS.join('|'), choices: ENCODINGS },
  columns: { kind: 'text', value: 'FIELD=HEADING,…' },
  'dry-run': { kind: 'flag' },
  kana: { kind: 'text', value: 'TEXT' },
  birth: { kind: 'date', value: 'DATE' },
  joined: { kind: 'date', value: 'DATE' },
  search: { kind: 'text', value: 'TEXT' },
  filter: {
    kind: 'code',
    value: 'all|missing|unverified|due|left',
    choices: ['all', 'missing', 'unverified', 'due', 'left'],
  },
  limit: { kind: 'count', value: 'N' },
  on: { kind: 'date', value: 'DATE' },
  'last-filing': { kind: 'date', value: 'DATE' },
  replace: { kind: 'flag' },
  'number-doc': { kind: 'code', value: 'DOCUMENT' },
  'identity-doc': { kind: 'code', value: 'DOCUMENT', many: true },
  source: { kind: 'text', value: 'TEXT' },
  'collected-on': { kind: 'date', value: 'DATE' },
  batch: { kind: 'hex', value: 'IMPORT-ID' },
  purpose: { kind: 'text', value: 'TASK|RULE' },
  stdout: { kind: 'flag' },
  person: { kind: 'code', value: 'CODE', many: true },
  reason: { kind: 'text', value: 'TEXT' },
  'sole-reason': { kind: 'text', value: 'TEXT' },
  action: { kind: 'code', value: 'ACTION' },
  from: { kind: 'date', value: 'DATE' },
  to: { kind: 'date', value: 'DATE' },
  'office-log': { kind: 'flag' },
  out: { kind: 'path', value: 'FILE' },
  file: { kind: 'path', value: 'FILE' },
  root: { kind: 'hex', value: 'FINGERPRINT' },
  people: { kind: 'count', value: 'N' },
} as const satisfies Record<string, OptionSpec>

export type OptionName = keyof typeof OPTIONS

export interface ArgumentSpec {
  readonly value: string
  readonly kind: ValueKind
  readonly many?: boolean
  readonly optional?: boolean
}

export interface CommandSpec {
  readonly arguments: readonly ArgumentSpec[]
  readonly options: readonly OptionName[]
  readonly required: readonly OptionName[]
}

/** Taken by every command. */
export const COMMON: readonly OptionName[] = ['json', 'lang', 'help', 'state-dir']
/** Taken by every command that opens an office. */
export const OPENING: readonly OptionName[] = ['office', 'user', 'passphrase-file', 'now']
const OF_COMPANY: readonly OptionName[] = [...OPENING, 'company']

const command = (
  args: readonly ArgumentSpec[],
  options: readonly OptionName[],
  required: readonly OptionName[] = [],
): CommandSpec => ({ arguments: args, options: [...options, ...required], required })

const CODE: ArgumentSpec = { value: 'CODE', kind: 'code' }
const FILE: ArgumentSpec = { value: 'FILE', kind: 'path' }
const DIR: ArgumentSpec = { value: 'DIR', kind: 'path' }

export const COMMANDS = {
  'office create': command(
    [DIR],
    ['passphrase-file', 'secret-file', 'training', 'kdf-floor', 'now'],
    ['name', 'user', 'kit-out'],
  ),
  'office status': command([], OPENING),
  'office policy': command([], [...OPENING, 'list-limit']),
  'company add': command([], [...OPENING, 'kind', 'corporate-number', 'role'], ['name']),
  'company list': command([], OPENING),
  'notice list': command([], OF_COMPANY),
  'people import': command([FILE], [...OF_COMPANY, 'encoding', 'columns', 'dry-run']),
  'people add': command([CODE], [...OF_COMPANY, 'kana', 'birth', 'joined'], ['name']),
  'people list': command([], [...OF_COMPANY, 'search', 'filter', 'limit']),
  'people show': command([CODE], OF_COMPANY),
  'number set': command([CODE], [...OF_COMPANY, 'number-file', 'replace']),
  'number verify': command([CODE], [...OF_COMPANY, 'identity-doc', 'on'], ['number-doc']),
  'number attest': command([], [...OF_COMPANY, 'batch'], ['source', 'collected-on']),
  'number reveal': command([{ ...CODE, many: true }], [...OF_COMPANY, 'secret-file', 'stdout'], ['purpose']),
  'number match': command([CODE], [...OF_COMPANY, 'secret-file', 'number-file'], ['purpose']),
  leave: command([CODE], [...OF_COMPANY, 'last-filing'], ['on']),
  'purge due': command([], [...OF_COMPANY, 'on']),
  'purge propose': command([], [...OF_COMPANY, 'person'], ['reason']),
  'purge list': command([], OF_COMPANY),
  'purge confirm': command(
    [{ value: 'PROPOSAL-ID', kind: 'hex' }],
    [...OF_COMPANY, 'secret-file', 'sole-reason'],
  ),
  'log list': command([], [...OF_COMPANY, 'office-log', 'person', 'action', 'from', 'to', 'limit']),
  'log export': command([], [...OF_COMPANY, 'office-log'], ['out']),
  'log verify': command([], [...OF_COMPANY, 'office-log', 'file', 'root']),
  'anchor declare': command([], OPENING, ['reason']),
  'check-number': command([FILE], []),
  doctor: command([], OPENING),
  demo: command([DIR], ['people', 'kdf-floor', 'now']),
  help: command([{ value: 'COMMAND', kind: 'code', many: true, optional: true }], []),
} as const satisfies Record<string, CommandSpec>

export type CommandId = keyof typeof COMMANDS
export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[]

/** The command as it is typed: its name, arguments and required options. */
export function synopsis(id: CommandId): string {
  const spec: CommandSpec = COMMANDS[id]
  const args = spec.arguments.map(({ value, many, optional }) => {
    const shown = many ? `${value}…` : value
    return optional ? `[${shown}]` : shown
  })
  return [id, ...args, ...spec.required.map(optionSynopsis)].join(' ')
}

/** An option as it is typed, with the name of its value. */
export function optionSynopsis(name: OptionName): string {
  const spec: OptionSpec = OPTIONS[name]
  return spec.value === undefined ? `--${name}` : `--${name} ${spec.value}`
}
