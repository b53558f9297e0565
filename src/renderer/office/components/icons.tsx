import type { ReactNode } from 'react'

/** Line icons, 24 units square, drawn in the colour of the text. Always beside a word, so hidden from assistive technology. */
const icon = (paths: ReactNode) =>
  function Icon(props: { size?: number }) {
    return (
      <svg
        width={`${(props.size ?? 20) / 16}rem`}
        height={`${(props.size ?? 20) / 16}rem`}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {paths}
      </svg>
    )
  }

export const HomeIcon = icon(<path d="M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6" />)
export const PeopleIcon = icon(
  <>
    <circle cx="9" cy="8" r="3.5" />
    <path d="M2.5 20c0-4 3-6.5 6.5-6.5s6.5 2.5 6.5 6.5M16 5a3.5 3.5 0 010 6.5M18 14c2.2.8 3.5 3 3.5 6" />
  </>,
)
export const ImportIcon = icon(<path d="M12 3v11m-4.5-4L12 14.5l4.5-4.5M4 17v3h16v-3" />)
export const PurgeIcon = icon(<path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5.5M14 11v5.5" />)
export const LogIcon = icon(
  <>
    <path d="M5 3h14v18H5zM9 8h6M9 12h6M9 16h4" />
  </>,
)
export const OfficeIcon = icon(
  <>
    <path d="M4 6h16M4 12h16M4 18h16" />
    <circle cx="9" cy="6" r="2" fill="var(--mg-surface)" />
    <circle cx="15" cy="12" r="2" fill="var(--mg-surface)" />
    <circle cx="8" cy="18" r="2" fill="var(--mg-surface)" />
  </>,
)
export const LockIcon = icon(<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3" />)
export const SearchIcon = icon(
  <>
    <circle cx="11" cy="11" r="6.5" />
    <path d="M16 16l4.5 4.5" />
  </>,
)
export const CheckIcon = icon(<path d="M5 12.5l4.5 4.5L19 7.5" />)
export const WarnIcon = icon(<path d="M12 4l9 16H3zM12 10v4.5M12 17.200v.1" />)
export const ArrowIcon = icon(<path d="M5 12h14m-5-5l5 5-5 5" />)
export const BackIcon = icon(<path d="M19 12H5m5-5l-5 5 5 5" />)
export const CalendarIcon = icon(<path d="M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7" />)
