import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import type { CHANNELS } from '../shared/channels.ts'
import { ORIGIN, type Page } from './scheme.ts'

type Channel = (typeof CHANNELS)[keyof typeof CHANNELS]

/** Whether an event comes from the main frame of the page that a window was made for. */
function isOwnPage(page: Page, window: BrowserWindow, event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return (
    frame !== null && frame === window.webContents.mainFrame && frame.url.startsWith(`${ORIGIN}/${page}/`)
  )
}

/** Hears a channel of one window only; anything not from its own page is dropped. */
export function onPage(
  window: BrowserWindow,
  page: Page,
  channel: Channel,
  listener: (argument: unknown) => void,
): void {
  window.webContents.ipc.on(channel, (event, argument: unknown) => {
    if (isOwnPage(page, window, event)) listener(argument)
  })
}

/** Answers a channel of one window only; anything not from its own page gets null. */
export function answerPage(
  window: BrowserWindow,
  page: Page,
  channel: Channel,
  answer: (argument: unknown) => unknown,
): void {
  window.webContents.ipc.handle(channel, (event, argument: unknown) =>
    isOwnPage(page, window, event) ? answer(argument) : null,
  )
}
