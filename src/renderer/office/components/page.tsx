import { Group, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import './page.css'

/**
 * One screen: heading, what it is for, its actions and its content. The heading takes the focus when the screen opens, so
 * that keyboard and screen reader start at its beginning.
 */
export function Page(props: {
  title: ReactNode
  lead?: ReactNode
  before?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [])
  return (
    <div className="mg-page">
      {props.before}
      <header className="mg-page-head">
        <div className="mg-page-words">
          <Title order={1} ref={heading} tabIndex={-1}>
            {props.title}
          </Title>
          {props.lead ? <Text c="dimmed">{props.lead}</Text> : null}
        </div>
        {props.actions ? (
          <Group gap="sm" className="mg-page-actions">
            {props.actions}
          </Group>
        ) : null}
      </header>
      {props.children}
    </div>
  )
}
