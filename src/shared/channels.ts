/** The fixed names of the channels between main and the preloads. There are no others. */
export const CHANNELS = {
  connect: 'mamorigura:connect',
  port: 'mamorigura:port',
  lock: 'mamorigura:lock',
  locked: 'mamorigura:locked',
  input: 'mamorigura:input',
  openOffice: 'mamorigura:open-office',
  newOffice: 'mamorigura:new-office',
  chooseFile: 'mamorigura:choose-file',
  saveFile: 'mamorigura:save-file',
  recent: 'mamorigura:recent',
  remember: 'mamorigura:remember',
  preferences: 'mamorigura:preferences',
  savePreferences: 'mamorigura:save-preferences',
  cancel: 'mamorigura:cancel',
} as const
