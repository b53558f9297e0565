import { z } from 'zod'
import { isIsoDate } from './civil-dates.ts'

/** Ids are 16 random bytes, written as 32 lower-case hex digits. Never derived from a number. */
export const ID_BYTES = 16

const hexId = <B extends string>() =>
  z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .brand<B>()

export const OfficeId = hexId<'OfficeId'>()
export type OfficeId = z.infer<typeof OfficeId>
export const UserId = hexId<'UserId'>()
export type UserId = z.infer<typeof UserId>
export const CompanyId = hexId<'CompanyId'>()
export type CompanyId = z.infer<typeof CompanyId>
export const PersonId = hexId<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>
export const BatchId = hexId<'BatchId'>()
export type BatchId = z.infer<typeof BatchId>
export const ImportId = hexId<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>
export const ProposalId = hexId<'ProposalId'>()
export type ProposalId = z.infer<typeof ProposalId>

/**
 * Names a file or folder that the operator chose. In the window it is an opaque token that main's dialog handed out;
 * on the command line it is the path itself. Only the engine's host can turn it into a path.
 */
export const PlaceToken = z.string().min(1).max(4096).brand<'PlaceToken'>()
export type PlaceToken = z.infer<typeof PlaceToken>

/** Without the type guard, which would take the brand away. */
const isCalendarDay = (text: string): boolean => isIsoDate(text)

/** A calendar day that exists, `YYYY-MM-DD`. */
export const IsoDate = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .refine(isCalendarDay)
  .brand<'IsoDate'>()
export type IsoDate = z.infer<typeof IsoDate>

/** An instant in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export const IsoInstant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .brand<'IsoInstant'>()
export type IsoInstant = z.infer<typeof IsoInstant>
