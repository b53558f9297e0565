import { ipcRenderer } from 'electron'
import { PORT_MESSAGE } from '../shared/bridge.ts'
import { CHANNELS } from '../shared/channels.ts'

/**
 * Passes each port from main on to the page and keeps nothing: what goes over it is not copied into this world. The page
 * must have asked by then, or the window message would find no listener.
 */
export function handOverPorts(): void {
  ipcRenderer.on(CHANNELS.port, (event) => {
    window.postMessage(PORT_MESSAGE, window.location.origin, event.ports)
  })
}
