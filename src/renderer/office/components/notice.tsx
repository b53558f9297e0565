import { Alert, type AlertProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { CheckIcon, WarnIcon } from './icons.tsx'
import './notice.css'

type Tone = 'good' | 'warn' | 'bad' | 'quiet'

const ICONS: Readonly<Record<Tone, ReactNode>> = {
  good: <CheckIcon />,
  warn: <WarnIcon />,
  bad: <WarnIcon />,
  quiet: null,
}

/** Something to read, where it belongs: it stays until its cause goes. Said aloud when it appears, except quiet ones. */
export function Notice(props: {
  tone: Tone
  title?: ReactNode
  testId?: string
  children?: ReactNode
  actions?: ReactNode
}) {
  const { tone } = props
  const role: AlertProps['role'] = tone === 'bad' ? 'alert' : tone === 'quiet' ? 'note' : 'status'
  return (
    <Alert
      className={`mg-notice mg-notice-${tone}`}
      variant="light"
      role={role}
      icon={ICONS[tone]}
      title={props.title}
      data-testid={props.testId}
    >
      {props.children}
      {props.actions ? <div className="mg-notice-actions">{props.actions}</div> : null}
    </Alert>
  )
}
