import { contextBridge, ipcRenderer } from 'electron'
import type { SecureWindowBridge } from '../shared/bridge.ts'
import { CHANNELS } from '../shared/channels.ts'
import { handOverPorts } from './hand-over.ts'
import { reportInput } from './input.ts'

const bridge: SecureWindowBridge = {
  connect: () => {
    ipcRenderer.send(CHANNELS.connect)
  },
  cancel: () => {
    ipcRenderer.send(CHANNELS.cancel)
  },
}

handOverPorts()
reportInput()
contextBridge.exposeInMainWorld('mamorigura', bridge)
