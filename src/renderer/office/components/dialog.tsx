import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode, SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from './error-notice.tsx'
import { Waiting } from './waiting.tsx'

/**
 * A dialog that asks and then does one thing. While the secure window is open it says so and waits: closing is not offered,
 * because the act is ended there. Errors stay in it.
 */
export function Dialog(props: {
  title: string
  onClose: () => void
  submit: string
  submitTestId: string
  onSubmit: () => void
  busy: boolean
  /** Whether the work asks the operator in the secure window. */
  secure?: boolean
  destructive?: boolean
  disabled?: boolean
  error: Error | null
  children: ReactNode
}) {
  const { t } = useTranslation()
  const send = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (!props.busy && props.disabled !== true) props.onSubmit()
  }
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      withCloseButton={!props.busy}
      closeOnEscape={!props.busy}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={send} noValidate>
        <Stack gap="lg">
          {props.children}
          {props.busy ? <Waiting secure={props.secure === true} /> : <ErrorNotice error={props.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={props.onClose} disabled={props.busy}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              loading={props.busy}
              disabled={props.disabled === true}
              data-testid={props.submitTestId}
              {...(props.destructive === true ? { color: 'shu' } : {})}
            >
              {props.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
