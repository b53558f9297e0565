import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import './empty.css'

/** A place with nothing in it yet: says what belongs there and how to begin. */
export function Empty(props: { title: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="mg-empty">
      <Text fw={700}>{props.title}</Text>
      {props.children ? <Text c="dimmed">{props.children}</Text> : null}
      {props.actions ? <div className="mg-empty-actions">{props.actions}</div> : null}
    </div>
  )
}
