/** Times of one kind of work, in milliseconds. */
export interface Times {
  readonly median: number
  readonly p95: number
}

const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN

/** Median and 95th percentile (nearest rank) of measured values. */
export function timesOf(values: readonly number[]): Times {
  const sorted = values.toSorted((a, b) => a - b)
  return { median: rank(sorted, 0.5), p95: rank(sorted, 0.95) }
}

/** Milliseconds that one piece of work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Milliseconds of each of `count` runs of a piece of work; it gets its index. */
export async function repeated(count: number, work: (index: number) => unknown): Promise<number[]> {
  const values: number[] = []
  for (let index = 0; index < count; index++) values.push(await timed(() => work(index)))
  return values
}
