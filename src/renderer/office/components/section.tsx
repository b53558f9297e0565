import { Group, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

/** A titled part of a screen on its own ground. */
export function Section(props: {
  title: ReactNode
  hint?: ReactNode
  actions?: ReactNode
  testId?: string
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="mg-section" aria-labelledby={id} data-testid={props.testId}>
      <div className="mg-section-head">
        <div>
          <Title order={2} id={id}>
            {props.title}
          </Title>
          {props.hint ? (
            <Text size="sm" c="dimmed">
              {props.hint}
            </Text>
          ) : null}
        </div>
        {props.actions ? <Group gap="sm">{props.actions}</Group> : null}
      </div>
      {props.children}
    </section>
  )
}
