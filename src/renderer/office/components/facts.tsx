import type { ReactNode } from 'react'

/** Pairs of a name and a value. */
export function Facts(props: { items: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="mg-facts">
      {props.items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
