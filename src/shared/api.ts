import { z } from 'zod'
import { CompanyId, ImportId, IsoDate, OfficeId, PersonId, PlaceToken, ProposalId, UserId } from './ids.ts'
import {
  Check,
  Company,
  CompanyKind,
  DuePerson,
  Encoding,
  HomeSummary,
  ImportDone,
  ImportReport,
  LogRow,
  LogVerdict,
  Mapping,
  OfficeState,
  PersonDetail,
  PersonRow,
  Proposal,
  Text2,
  VaultRole,
} from './model.ts'

/**
 * The one method table of the engine: the main window and the command line call these and nothing else.
 * The receiver validates `params` from `unknown`; unknown keys are refused.
 */

const method = <P extends z.ZodType, R extends z.ZodType>(params: P, result: R) => ({ params, result })
const none = z.strictObject({})
const ok = z.object({})
/** One line of text that has UTF-8 bytes: no half of a surrogate pair, and no control character that a terminal would obey. */
const isLine = (text: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(text)
const name = z.string().trim().min(1).max(200).refine(isLine)
/** As a name, with line breaks. */
const reason = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => isLine(text.replaceAll('\n', '')))
const page = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(200),
}

const OfficeUser = z.object({
  id: UserId,
  name: z.string(),
  roles: z.array(z.string()),
  mayOpenNumbers: z.boolean(),
})

export const API = {
  'office.state': method(none, OfficeState),
  /** Looks at a folder's roster; nothing is unlocked and nothing is written. */
  'office.select': method(z.strictObject({ place: PlaceToken }), OfficeState),
  /** Asks for both secrets in the secure window or from the files given to the CLI; writes the recovery kit to `kit`. */
  'office.create': method(
    z.strictObject({
      place: PlaceToken,
      name,
      user: name,
      kit: PlaceToken,
      training: z.boolean().default(false),
    }),
    OfficeState,
  ),
  'office.unlock': method(z.strictObject({ user: UserId }), OfficeState),
  'office.lock': method(none, ok),
  'office.users': method(none, z.object({ users: z.array(OfficeUser) })),
  'office.doctor': method(none, z.object({ checks: z.array(Check) })),
  /** The responsible person declares why this machine has no matching anchor; logged and shown for good. */
  'office.declareAnchor': method(z.strictObject({ reason }), OfficeState),
  /** Sets what is given and answers the policy in force. `listLimit`: numbers shown on one operator verification. */
  'office.policy': method(
    z.strictObject({ listLimit: z.number().int().min(1).max(20).optional() }),
    z.object({ listLimit: z.number().int() }),
  ),

  'company.list': method(none, z.object({ companies: z.array(Company) })),
  'company.add': method(
    z.strictObject({
      name,
      kind: CompanyKind.default('corporation'),
      corporateNumber: z.string().nullable().default(null),
      role: VaultRole.default('B'),
    }),
    Company,
  ),

  'home.summary': method(z.strictObject({ company: CompanyId }), HomeSummary),

  'people.list': method(
    z.strictObject({
      company: CompanyId,
      search: z.string().max(200).default(''),
      filter: z.enum(['all', 'missing', 'unverified', 'due', 'left']).default('all'),
      ...page,
    }),
    z.object({ total: z.number().int(), people: z.array(PersonRow) }),
  ),
  'people.show': method(z.strictObject({ company: CompanyId, person: PersonId }), PersonDetail),
  'people.find': method(z.strictObject({ company: CompanyId, code: z.string().max(64) }), PersonRow),
  'people.add': method(
    z.strictObject({
      company: CompanyId,
      code: z.string(),
      name: z.string(),
      kana: z.string().nullable().default(null),
      birth: IsoDate.nullable().default(null),
      joined: IsoDate.nullable().default(null),
    }),
    PersonRow,
  ),
  'event.leave': method(
    z.strictObject({
      company: CompanyId,
      person: PersonId,
      on: IsoDate,
      lastFiling: IsoDate.nullable().default(null),
    }),
    PersonDetail,
  ),

  /** Reads a file in the number worker and keeps it there; the handle ends with commit, cancel or after 10 minutes. */
  'import.preview': method(
    z.strictObject({
      company: CompanyId,
      file: PlaceToken,
      encoding: Encoding.default('auto'),
      mapping: Mapping.nullable().default(null),
    }),
    z.object({ handle: z.string(), report: ImportReport }),
  ),
  'import.commit': method(z.strictObject({ handle: z.string() }), ImportDone),
  'import.cancel': method(z.strictObject({ handle: z.string() }), ok),

  /** The number is typed twice in the secure window, or read by the worker from the CLI's file. */
  'number.enter': method(
    z.strictObject({ company: CompanyId, person: PersonId, replace: z.boolean().default(false) }),
    PersonRow,
  ),
  'number.verify': method(
    z.strictObject({
      company: CompanyId,
      person: PersonId,
      numberDoc: z.string().max(64),
      identityDocs: z.array(z.string().max(64)).max(4),
      on: IsoDate.nullable().default(null),
    }),
    PersonDetail,
  ),
  'number.attest': method(
    z.strictObject({
      company: CompanyId,
      source: name,
      collectedOn: IsoDate,
      importId: ImportId.nullable().default(null),
    }),
    z.object({ numbers: z.number().int() }),
  ),
  /** Ends when the list was shown, cancelled, idle or out of time. Numbers go to the secure window or the terminal only. */
  'number.reveal': method(
    z.strictObject({
      company: CompanyId,
      people: z.array(PersonId).min(1).max(100),
      purpose: z.string().max(64),
    }),
    z.object({ shown: z.number().int(), notShown: z.number().int() }),
  ),
  /** The candidate number is typed in the secure window or read by the worker from a file; the answer is yes or no. */
  'number.match': method(
    z.strictObject({ company: CompanyId, person: PersonId, purpose: z.string().max(64) }),
    z.object({ match: z.boolean() }),
  ),
  'purpose.list': method(
    z.strictObject({ company: CompanyId }),
    z.object({
      tasks: z.array(z.object({ task: z.string(), name: Text2, inNotice: z.boolean() })),
      notice: z.object({ version: z.number().int(), publishedOn: IsoDate }),
    }),
  ),

  /** Names for ids: documents of identity verification, rules, and uses that are refused with PURPOSE_FORBIDDEN. */
  'catalogue.list': method(
    none,
    z.object({
      documents: z.array(
        z.object({
          id: z.string(),
          name: Text2,
          /** Proves the number. */
          number: z.boolean(),
          identity: z.enum(['photo', 'one-of-two', 'known']).nullable(),
          /** Number and identity in one: no other document is needed. */
          complete: z.boolean(),
          /** Serves for nothing; null for the usable ones. */
          refused: z.enum(['notification-paper', 'abolished']).nullable(),
        }),
      ),
      rules: z.array(
        z.object({
          id: z.string(),
          task: z.string(),
          document: Text2,
          whose: z.array(z.string()),
          article: z.string(),
          period: Text2,
        }),
      ),
      forbidden: z.array(z.object({ id: z.string(), article: z.string(), why: Text2 })),
    }),
  ),

  'purge.due': method(
    z.strictObject({ company: CompanyId, on: IsoDate.nullable().default(null) }),
    z.object({
      on: IsoDate,
      due: z.array(DuePerson),
      months: z.array(z.object({ month: z.string(), count: z.number().int() })),
    }),
  ),
  'purge.propose': method(
    z.strictObject({ company: CompanyId, people: z.array(PersonId).nullable().default(null), reason }),
    Proposal,
  ),
  'purge.list': method(z.strictObject({ company: CompanyId }), z.object({ proposals: z.array(Proposal) })),
  /** Needs the confirmer's verification secret. `soleReason` is required when proposer and confirmer are one person. */
  'purge.confirm': method(
    z.strictObject({ company: CompanyId, proposal: ProposalId, soleReason: reason.nullable().default(null) }),
    Proposal,
  ),

  /** `company: null` is the office's own log. Newest first. */
  'log.list': method(
    z.strictObject({
      company: CompanyId.nullable(),
      person: PersonId.nullable().default(null),
      actor: UserId.nullable().default(null),
      action: z.string().max(64).nullable().default(null),
      from: IsoDate.nullable().default(null),
      to: IsoDate.nullable().default(null),
      ...page,
    }),
    z.object({
      total: z.number().int(),
      rows: z.array(LogRow),
      days: z.array(z.object({ day: IsoDate, count: z.number().int() })),
    }),
  ),
  'log.verify': method(
    z.strictObject({ company: CompanyId.nullable(), full: z.boolean().default(true) }),
    LogVerdict,
  ),
  'log.export': method(
    z.strictObject({ company: CompanyId.nullable(), file: PlaceToken }),
    z.object({ lines: z.number().int(), head: z.string(), root: z.string(), office: OfficeId }),
  ),
} as const

export type Api = typeof API
export type MethodName = keyof Api
export type Params<M extends MethodName> = z.input<Api[M]['params']>
export type CheckedParams<M extends MethodName> = z.output<Api[M]['params']>
export type Result<M extends MethodName> = z.output<Api[M]['result']>

/** What the engine pushes without being asked. */
export type EngineEvent =
  | { readonly event: 'state'; readonly state: OfficeState }
  | { readonly event: 'changed'; readonly company: CompanyId | null }

/** A typed caller of the engine, the same for the window and the command line. */
export type Call = <M extends MethodName>(name: M, params: Params<M>) => Promise<Result<M>>
