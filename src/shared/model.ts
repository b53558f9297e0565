import { z } from 'zod'
import { CompanyId, ImportId, IsoDate, IsoInstant, OfficeId, PersonId, ProposalId, UserId } from './ids.ts'

/** Shapes that cross the engine's port to a window or the terminal. None of them can carry a number or a key. */

export const ROLES = ['manager', 'handler', 'intake', 'system', 'auditor'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

export const COMPANY_KINDS = ['corporation', 'sole', 'sole-real-estate'] as const
export const CompanyKind = z.enum(COMPANY_KINDS)
export type CompanyKind = z.infer<typeof CompanyKind>

/** The vault's legal role for a company: A ledger (帳簿), B until the last filing, C same period as the documents. */
export const VaultRole = z.enum(['A', 'B', 'C'])
export type VaultRole = z.infer<typeof VaultRole>

export const User = z.object({ id: UserId, name: z.string(), roles: z.array(Role) })
export type User = z.infer<typeof User>

/** How well the log is held from outside the vault. `missing`: no anchor on this machine, so nothing may be shown. */
export const AnchorState = z.object({
  state: z.enum(['held', 'missing', 'declared']),
  lastAnchoredAt: IsoInstant.nullable(),
})
export type AnchorState = z.infer<typeof AnchorState>

export const OfficeState = z.object({
  phase: z.enum(['closed', 'locked', 'open']),
  office: z.object({ id: OfficeId, name: z.string(), training: z.boolean() }).nullable(),
  users: z.array(z.object({ id: UserId, name: z.string() })),
  user: User.nullable(),
  anchor: AnchorState.nullable(),
  failedAttempts: z.number().int(),
})
export type OfficeState = z.infer<typeof OfficeState>

export const Company = z.object({
  id: CompanyId,
  name: z.string(),
  kind: CompanyKind,
  corporateNumber: z.string().nullable(),
  role: VaultRole,
  createdAt: IsoInstant,
})
export type Company = z.infer<typeof Company>

/** What is known of a person's number, never the number. `verified` = usable for at least one task. */
export const NUMBER_STATES = ['none', 'held', 'verified', 'purged'] as const
export const NumberState = z.enum(NUMBER_STATES)
export type NumberState = z.infer<typeof NumberState>

export const PersonRow = z.object({
  id: PersonId,
  code: z.string(),
  name: z.string(),
  kana: z.string().nullable(),
  birth: IsoDate.nullable(),
  joined: IsoDate.nullable(),
  left: IsoDate.nullable(),
  number: NumberState,
  due: IsoDate.nullable(),
})
export type PersonRow = z.infer<typeof PersonRow>

export const Text2 = z.object({ ja: z.string(), en: z.string() })
export type Text2 = z.infer<typeof Text2>

/** One reason for keeping (保管の理由) as shown: the rule, its article and what follows from it. */
export const BasisView = z.object({
  rule: z.string(),
  document: Text2,
  article: z.string(),
  startedOn: IsoDate.nullable(),
  endedOn: IsoDate.nullable(),
  lastFilingOn: IsoDate.nullable(),
  keepThrough: IsoDate.nullable(),
})
export type BasisView = z.infer<typeof BasisView>

/** A line of an explanation of a due date, with the rule and article it rests on. */
export const Because = z.object({
  rule: z.string(),
  article: z.string(),
  date: IsoDate.nullable(),
  ja: z.string(),
  en: z.string(),
})
export type Because = z.infer<typeof Because>

export const VerificationView = z.object({
  route: z.enum(['employer', 'migration']),
  tasks: z.array(z.string()),
  on: IsoDate,
  by: z.string(),
  numberDoc: z.string().nullable(),
  identityDocs: z.array(z.string()),
  source: z.string().nullable(),
})
export type VerificationView = z.infer<typeof VerificationView>

export const LogRow = z.object({
  seq: z.number().int(),
  at: IsoInstant,
  actor: z.string(),
  device: z.string(),
  action: z.string(),
  people: z.array(z.object({ id: PersonId, code: z.string(), name: z.string() })),
  peopleTotal: z.number().int(),
  task: z.string().nullable(),
  rule: z.string().nullable(),
  outcome: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type LogRow = z.infer<typeof LogRow>

export const PersonDetail = z.object({
  person: PersonRow,
  bases: z.array(BasisView),
  due: z.object({ due: IsoDate.nullable(), open: z.boolean(), because: z.array(Because) }),
  verifications: z.array(VerificationView),
  /** Task ids for which the number may be used today, and the others with the code that refuses them. */
  tasks: z.array(
    z.object({ task: z.string(), name: Text2, usable: z.boolean(), refusal: z.string().nullable() }),
  ),
  numberRecordedAt: IsoInstant.nullable(),
  numberSource: z.string().nullable(),
  purgedAt: IsoInstant.nullable(),
  log: z.array(LogRow),
})
export type PersonDetail = z.infer<typeof PersonDetail>

/** One row or cell of a file that was not taken. `reason` is a code of the report's own list, localised at the edge. */
export const RowProblem = z.object({
  row: z.number().int(),
  code: z.string().nullable(),
  column: z.string().nullable(),
  reason: z.string(),
})
export type RowProblem = z.infer<typeof RowProblem>

export const FIELDS = [
  'code',
  'name',
  'familyName',
  'givenName',
  'kana',
  'familyKana',
  'givenKana',
  'birth',
  'joined',
  'left',
  'number',
] as const
export type Field = (typeof FIELDS)[number]
/** Column index (from 0) for each field of a file. */
export const Mapping = z.partialRecord(z.enum(FIELDS), z.number().int().min(0).max(199))
export type Mapping = z.infer<typeof Mapping>

export const ENCODINGS = ['auto', 'utf-8', 'utf-16le', 'cp932'] as const
export const Encoding = z.enum(ENCODINGS)
export type Encoding = z.infer<typeof Encoding>

/**
 * A person row of an import as the report shows it. `number`: `new` will be stored; `held` = a number is held already and
 * was not compared (未照合); `none` = the file has none; `refused` = see the problems.
 */
export const ImportRow = z.object({
  row: z.number().int(),
  code: z.string(),
  name: z.string(),
  state: z.enum(['new', 'changed', 'unchanged']),
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  number: z.enum(['new', 'held', 'none', 'refused']),
})
export type ImportRow = z.infer<typeof ImportRow>

export const ImportReport = z.object({
  fileName: z.string(),
  encoding: z.string(),
  headings: z.array(z.string()),
  mapping: Mapping,
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refusedRows: z.number().int(),
  numbersNew: z.number().int(),
  numbersHeld: z.number().int(),
  numbersRefused: z.number().int(),
  refused: z.array(RowProblem),
  warnings: z.array(RowProblem),
  people: z.array(ImportRow),
})
export type ImportReport = z.infer<typeof ImportReport>

export const ImportDone = z.object({
  importId: ImportId.nullable(),
  committed: z.boolean(),
  report: ImportReport,
})
export type ImportDone = z.infer<typeof ImportDone>

export const DuePerson = z.object({
  person: PersonRow,
  due: IsoDate,
  because: z.array(Because),
})
export type DuePerson = z.infer<typeof DuePerson>

export const Proposal = z.object({
  id: ProposalId,
  state: z.enum(['proposed', 'confirmed', 'done']),
  proposedAt: IsoInstant,
  proposedBy: z.string(),
  reason: z.string(),
  confirmedAt: IsoInstant.nullable(),
  confirmedBy: z.string().nullable(),
  doneAt: IsoInstant.nullable(),
  soleReason: z.string().nullable(),
  people: z.array(z.object({ id: PersonId, code: z.string(), name: z.string(), due: IsoDate.nullable() })),
})
export type Proposal = z.infer<typeof Proposal>

/** Result of a log verification. `badLine` names the first line that is wrong. */
export const LogVerdict = z.object({
  ok: z.boolean(),
  lines: z.number().int(),
  signatures: z.number().int(),
  anchor: z.enum(['matches', 'older', 'missing', 'conflict', 'not-used']),
  anchoredAt: IsoInstant.nullable(),
  anchoredSeq: z.number().int().nullable(),
  signer: z.enum(['pinned', 'not-pinned']),
  problem: z.string().nullable(),
  badLine: z.number().int().nullable(),
  head: z.string(),
})
export type LogVerdict = z.infer<typeof LogVerdict>

export const Check = z.object({
  id: z.string(),
  ok: z.boolean(),
  note: z.string(),
})
export type Check = z.infer<typeof Check>

/** What ホーム shows: counts with the screen that deals with each. */
export const HomeSummary = z.object({
  people: z.number().int(),
  numbersHeld: z.number().int(),
  numbersVerified: z.number().int(),
  numbersUnverified: z.number().int(),
  numbersMissing: z.number().int(),
  purgeDue: z.number().int(),
  purgeDueNext: z.object({ on: IsoDate, count: z.number().int() }).nullable(),
  proposalsOpen: z.number().int(),
  verificationFailures: z.number().int(),
  /** `ok` is false once a verification of this session found a problem; `verifiedAt` is null until one ran. */
  log: z.object({
    lines: z.number().int(),
    ok: z.boolean(),
    verifiedAt: IsoInstant.nullable(),
    anchor: AnchorState,
  }),
})
export type HomeSummary = z.infer<typeof HomeSummary>
