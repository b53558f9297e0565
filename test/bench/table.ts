/** One line of the result. Times are milliseconds. */
export interface Row {
  readonly what: string
  /** The median of several, or a count. */
  readonly measured: number
  readonly p95?: number
  readonly unit?: 'ms' | 'MB' | '×' | ''
  /** The same work without us, measured in the same run: see each benchmark. */
  readonly floor?: number
  readonly target?: Target
}

/** What must not be passed: a value, the 95th percentile, or how many times the floor. */
export interface Target {
  readonly of: 'measured' | 'p95' | 'ratio'
  readonly atMost: number
}

const HEADINGS = ['what', 'measured', 'p95', 'floor', 'ratio', 'target', '']

const number = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)

const ratioOf = (row: Row): number | null => (row.floor === undefined ? null : row.measured / row.floor)

function verdictOf(row: Row): string {
  if (!row.target) return ''
  const value = { measured: row.measured, p95: row.p95, ratio: ratioOf(row) }[row.target.of]
  return (value ?? Number.NaN) <= row.target.atMost ? 'ok' : 'over'
}

function cellsOf(row: Row): string[] {
  const unit = row.unit ?? 'ms'
  const withUnit = (value: number): string => `${number(value)} ${unit}`.trim()
  const ratio = ratioOf(row)
  const target = row.target
    ? { measured: '', p95: 'p95 ', ratio: '' }[row.target.of] +
      `≤ ${row.target.of === 'ratio' ? `${row.target.atMost}×` : `${row.target.atMost} ${unit}`.trim()}`
    : ''
  return [
    row.what,
    withUnit(row.measured),
    row.p95 === undefined ? '' : withUnit(row.p95),
    row.floor === undefined ? '' : withUnit(row.floor),
    ratio === null ? '' : `${number(ratio)}×`,
    target,
    verdictOf(row),
  ]
}

/** The rows as aligned text: names to the left, figures to the right. */
export function tableText(rows: readonly Row[]): string {
  const lines = [HEADINGS, ...rows.map(cellsOf)]
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)))
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => {
          const width = widths[column] ?? 0
          return column === 0 || column >= 5 ? cell.padEnd(width) : cell.padStart(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
