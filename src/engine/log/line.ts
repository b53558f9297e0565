import { z } from 'zod'
import { IsoInstant, type PersonId, UserId } from '../../shared/ids.ts'

/**
 * The log's actions. `record` is the kind of record that the guideline asks for (事業者編 別添1 2C-b): use and output,
 * carrying, deletion or disposal, login and access; `office` is ours.
 */
export const ACTIONS = {
  'office.create': 'office',
  'office.unlock': 'login',
  'office.unlock-failed': 'login',
  'office.anchor-declared': 'office',
  'office.policy': 'office',
  'company.add': 'office',
  'notice.publish': 'office',
  'people.import': 'use',
  'people.add': 'use',
  'event.leave': 'use',
  'number.set': 'use',
  'number.verify': 'use',
  'number.attest': 'use',
  'reveal.attempt': 'login',
  'reveal.granted': 'use',
  'reveal.shown': 'use',
  'reveal.closed': 'use',
  'match.granted': 'use',
  'match.closed': 'use',
  'purge.propose': 'delete',
  'purge.confirm': 'delete',
  'purge.done': 'delete',
  'log.export': 'carry',
} as const
export type Action = keyof typeof ACTIONS

const Detail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
export type Detail = z.infer<typeof Detail>

/** What a caller says of an act; sequence, time, actor, device and salt are the writer's. */
export interface Entry {
  readonly action: Action
  readonly people?: readonly PersonId[]
  readonly task?: string | null
  readonly rule?: string | null
  readonly outcome?: string
  readonly detail?: Detail
}

const ID = /^[0-9a-f]{32}$/

/** Ids in one look: zod makes objects for every element, 30 MB for an import of 100,000, and every reading meets that line. */
const People = z.custom<PersonId[]>(
  (value) => Array.isArray(value) && value.every((id) => typeof id === 'string' && ID.test(id)),
)

const Line = z.tuple([
  z.number().int(),
  IsoInstant,
  UserId,
  z.string(),
  z.string(),
  People,
  z.string().nullable(),
  z.string().nullable(),
  z.string(),
  Detail,
  z.string(),
])

export interface LogLine {
  readonly seq: number
  readonly at: IsoInstant
  readonly actor: UserId
  readonly device: string
  readonly action: string
  readonly people: readonly PersonId[]
  readonly task: string | null
  readonly rule: string | null
  readonly outcome: string
  readonly detail: Detail
}

/** The stored text of a line: a JSON array in this order, with a 16-byte salt in base64 last. */
export const lineText = (line: LogLine, salt: string): string =>
  JSON.stringify([
    line.seq,
    line.at,
    line.actor,
    line.device,
    line.action,
    line.people,
    line.task,
    line.rule,
    line.outcome,
    line.detail,
    salt,
  ])

/** Reads a stored line; null when it is not one. */
export function parseLine(text: string): LogLine | null {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = Line.safeParse(raw)
  if (!parsed.success) return null
  const [seq, at, actor, device, action, people, task, rule, outcome, detail] = parsed.data
  return { seq, at, actor, device, action, people, task, rule, outcome, detail }
}
