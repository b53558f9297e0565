/** Rows of one answer. A page is small enough to come within a frame and large enough that scrolling asks seldom. */
export const PAGE_SIZE = 200

/** Pages that cover the rows from `first` to `last`. */
export function pagesOf(first: number, last: number): number[] {
  const from = Math.floor(Math.max(0, first) / PAGE_SIZE)
  const to = Math.floor(Math.max(first, last, 0) / PAGE_SIZE)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
