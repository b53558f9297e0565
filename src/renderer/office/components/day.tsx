import { dayText, japanParts } from '../state/instants.ts'
import { useLanguage } from '../state/preferences.tsx'

/** A day, 2026年11月22日（令和8年）. Nothing for null. */
export function Day(props: { iso: string | null }) {
  const language = useLanguage()
  return props.iso === null ? null : <time dateTime={props.iso}>{dayText(language, props.iso)}</time>
}

/** An instant in Japan: its day and time, the day alone (`short`), or the time under the day (`stacked`). Nothing for null. */
export function Instant(props: { at: string | null; form?: 'short' | 'stacked' }) {
  const language = useLanguage()
  if (props.at === null) return null
  const { day, time } = japanParts(props.at)
  return (
    <time dateTime={props.at}>
      {dayText(language, day)}
      {props.form === 'stacked' ? <br /> : ' '}
      {props.form === 'short' ? null : time}
    </time>
  )
}
