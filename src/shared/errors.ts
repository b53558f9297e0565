/**
 * The one error root. A failure that a user can meet has a code here, with the CLI's exit status beside it.
 * Text lives at the edge (renderer/i18n and cli): nothing ever matches a message.
 */

/** Exit statuses of the command line: 0 is success and never stands here. */
export const EXIT = { unexpected: 1, usage: 2, refused: 3, badInput: 4, integrity: 5, busy: 6 } as const
export type ExitKind = keyof typeof EXIT

/** Every code with the kind of failure it is. */
export const ERROR_KINDS = {
  UNEXPECTED: 'unexpected',
  USAGE: 'usage',
  CANCELLED: 'refused',

  // the office and its files
  WRONG_PASSPHRASE: 'refused',
  TOO_MANY_ATTEMPTS: 'refused',
  UNKNOWN_USER: 'refused',
  OFFICE_DAMAGED: 'integrity',
  OFFICE_TAMPERED: 'integrity',
  OFFICE_TOO_NEW: 'integrity',
  NOT_AN_OFFICE: 'badInput',
  OFFICE_EXISTS: 'refused',
  OFFICE_IN_USE: 'busy',
  OFFICE_LOCKED: 'busy',
  OFFICE_CLOSED: 'busy',
  KDF_LIMITS: 'integrity',
  PLACE_REFUSED: 'refused',
  NOT_WRITABLE: 'refused',
  DISK_FULL: 'refused',
  WRITE_FAILED: 'unexpected',
  SECRET_FILE_OPEN: 'refused',
  SECRET_FILE_UNREADABLE: 'badInput',
  SECRET_TOO_SHORT: 'badInput',
  SECRET_SAME_AS_PASSPHRASE: 'badInput',
  ROLE_REFUSED: 'refused',

  // companies, people, import
  UNKNOWN_COMPANY: 'badInput',
  COMPANY_NEEDED: 'usage',
  NAME_TAKEN: 'refused',
  UNKNOWN_PERSON: 'badInput',
  CODE_TAKEN: 'refused',
  PERSON_LEFT: 'refused',
  BAD_DATE: 'badInput',
  DATE_ORDER: 'badInput',
  BAD_CODE: 'badInput',
  BAD_NAME: 'badInput',
  LOOKS_LIKE_NUMBER: 'badInput',
  CORPORATE_NUMBER: 'badInput',
  FILE_UNREADABLE: 'badInput',
  FILE_BINARY: 'badInput',
  FILE_TOO_LARGE: 'badInput',
  FILE_ENCODING: 'badInput',
  FILE_STRUCTURE: 'badInput',
  FILE_NO_HEADINGS: 'badInput',
  FILE_EMPTY: 'badInput',

  // numbers
  NUMBER_INVALID: 'badInput',
  NUMBER_MISMATCH: 'badInput',
  NUMBER_HELD: 'refused',
  NUMBER_NOT_HELD: 'refused',
  WRONG_SECRET: 'refused',
  NO_VIEWER_KEY: 'refused',
  UNKNOWN_PURPOSE: 'badInput',
  PURPOSE_FORBIDDEN: 'refused',
  PURPOSE_NOT_IN_NOTICE: 'refused',
  PURPOSE_NOT_FOR_PERSON: 'refused',
  NOT_VERIFIED: 'refused',
  BAD_DOCUMENTS: 'refused',
  LIST_TOO_LONG: 'refused',
  LIST_EMPTY: 'usage',
  GRANT_EXPIRED: 'refused',
  NOT_GRANTED: 'refused',
  PURGE_STATE_UNKNOWN: 'refused',
  STDOUT_REFUSED: 'refused',
  NOTHING_TO_ATTEST: 'refused',

  // retention and purge
  UNKNOWN_RULE: 'badInput',
  NOT_DUE: 'refused',
  STILL_NEEDED: 'refused',
  UNKNOWN_PROPOSAL: 'badInput',
  PROPOSAL_STALE: 'refused',
  SECOND_PERSON_NEEDED: 'refused',
  REASON_NEEDED: 'usage',

  // the log
  LOG_BROKEN: 'integrity',
  LOG_ROLLED_BACK: 'integrity',
  SIGNATURE_BAD: 'integrity',
  RECORD_TAMPERED: 'integrity',

  // processes
  WORKER_FAILED: 'unexpected',
  WORKER_TIMED_OUT: 'busy',
  BAD_REQUEST: 'usage',
  METHOD_UNKNOWN: 'usage',
} as const satisfies Record<string, ExitKind>

export type ErrorCode = keyof typeof ERROR_KINDS

/** Parameters of an error: small, plain, and never a number, passphrase or key. */
export type ErrorParams = Readonly<Record<string, string | number | boolean>>

/** The error that crosses every boundary. `params` fill the localised text. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
  readonly code: ErrorCode
  readonly params: ErrorParams
  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(code)
    this.code = code
    this.params = params
  }
}

/** What an error is on the wire. */
export interface WireError {
  readonly code: ErrorCode
  readonly params: ErrorParams
}

const isCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(ERROR_KINDS, value)

/** Turns anything thrown into what may cross a boundary. Unknown errors lose their text, which may quote data. */
export function toWire(thrown: unknown): WireError {
  if (thrown instanceof VaultError) return { code: thrown.code, params: thrown.params }
  return { code: 'UNEXPECTED', params: {} }
}

/** Rebuilds an error from the wire; anything malformed becomes UNEXPECTED. */
export function fromWire(value: unknown): VaultError {
  if (typeof value !== 'object' || value === null) return new VaultError('UNEXPECTED')
  const { code, params } = value as { code?: unknown; params?: unknown }
  if (!isCode(code)) return new VaultError('UNEXPECTED')
  const clean: Record<string, string | number | boolean> = {}
  if (typeof params === 'object' && params !== null) {
    for (const [key, entry] of Object.entries(params)) {
      if (typeof entry === 'string' || typeof entry === 'number' || typeof entry === 'boolean')
        clean[key] = entry
    }
  }
  return new VaultError(code, clean)
}

/** Exit status of the command line for an error. */
export const exitStatus = (error: { code: ErrorCode }): number => EXIT[ERROR_KINDS[error.code]]
