/**
 * Whether a person's dates can all be right: born before joining, and left neither before joining nor before being born. The
 * same rule as for the rows of a file (exchange/payroll-row.ts), here on what is recorded and the change together. ISO dates,
 * which sort as they read.
 */
export function datesFit(dates: {
  readonly birth: string | null
  readonly joined: string | null
  readonly left: string | null
}): boolean {
  const { birth, joined, left } = dates
  if (birth !== null && joined !== null && joined <= birth) return false
  if (left === null) return true
  return joined === null ? birth === null || left > birth : left >= joined
}
