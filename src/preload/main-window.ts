import { contextBridge, ipcRenderer } from 'electron'
import { LOCKED_MESSAGE, type MainWindowBridge } from '../shared/bridge.ts'
import { CHANNELS } from '../shared/channels.ts'
import { handOverPorts } from './hand-over.ts'
import { reportInput } from './input.ts'

const bridge: MainWindowBridge = {
  platform: process.platform,
  hidesFromCapture: process.platform !== 'linux',
  connect: () => {
    ipcRenderer.send(CHANNELS.connect)
  },
  lock: () => {
    ipcRenderer.send(CHANNELS.lock)
  },
  dialogs: {
    openOffice: () => ipcRenderer.invoke(CHANNELS.openOffice),
    newOffice: () => ipcRenderer.invoke(CHANNELS.newOffice),
    chooseFile: (kind) => ipcRenderer.invoke(CHANNELS.chooseFile, kind),
    saveFile: (kind) => ipcRenderer.invoke(CHANNELS.saveFile, kind),
  },
  recent: () => ipcRenderer.invoke(CHANNELS.recent),
  remember: (token) => ipcRenderer.invoke(CHANNELS.remember, token),
  preferences: () => ipcRenderer.invoke(CHANNELS.preferences),
  savePreferences: (preferences) => ipcRenderer.invoke(CHANNELS.savePreferences, preferences),
}

ipcRenderer.on(CHANNELS.locked, () => {
  window.postMessage(LOCKED_MESSAGE, window.location.origin)
})
handOverPorts()
reportInput()
contextBridge.exposeInMainWorld('mamorigura', bridge)
