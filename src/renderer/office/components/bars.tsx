import './bars.css'

export interface Bar {
  readonly key: string
  /** The whole thing in words: what a screen reader says and what shows on hovering. */
  readonly words: string
  /** Under the bar; empty for none. */
  readonly label: string
  readonly count: number
  /** Drawn in the colour of warning, with the words saying why. */
  readonly late?: boolean
}

const FULL_REM = 5

/** Any count above zero stays visible. */
const barHeight = (count: number, most: number): string =>
  count === 0 ? '0' : `max(3px, ${(count / most) * FULL_REM}rem)`

/** Counts as upright bars: a list whose items say their count in words; heights only help the eye. Roomy: with counts. */
export function Bars(props: { label: string; bars: readonly Bar[]; roomy?: boolean }) {
  const most = Math.max(1, ...props.bars.map(({ count }) => count))
  return (
    <ol
      className={props.roomy === true ? 'mg-bars mg-bars-roomy' : 'mg-bars'}
      aria-label={props.label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls: the keyboard must reach it (WCAG 2.1.1)
      tabIndex={0}
    >
      {props.bars.map((bar) => (
        <li key={bar.key} title={bar.words}>
          <span className="mg-bars-words">{bar.words}</span>
          <span className="mg-bars-column" aria-hidden="true">
            {props.roomy === true ? <span className="mg-bars-count">{bar.count}</span> : null}
            <span
              className={bar.late === true ? 'mg-bar mg-bar-late' : 'mg-bar'}
              style={{ height: barHeight(bar.count, most) }}
            />
          </span>
          <span className="mg-bars-label" aria-hidden="true">
            {bar.label}
          </span>
        </li>
      ))}
    </ol>
  )
}
