import { dayText, instantText, japanParts } from '../state/instants.ts'
import { useLanguage } from '../state/preferences.tsx'

/** A day, 2026年11月22日（令和8年）. Nothing for null. */
export function Day(props: { iso: string | null }) {
  const language = useLanguage()
  return props.iso === null ? null : <time dateTime={props.iso}>{dayText(language, props.iso)}</time>
}

/** An instant as day and time in Japan. `short` leaves the time out. Nothing for null. */
export function Instant(props: { at: string | null; short?: boolean }) {
  const language = useLanguage()
  if (props.at === null) return null
  const text =
    props.short === true ? dayText(language, japanParts(props.at).day) : instantText(language, props.at)
  return <time dateTime={props.at}>{text}</time>
}
