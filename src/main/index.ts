import { join } from 'node:path'
import { app, protocol } from 'electron'
import { readArguments } from './arguments.ts'
import { guardContents } from './guards.ts'
import { SCHEME } from './scheme.ts'
import { startShell } from './shell.ts'
import { defaultStateDir } from './state-dir.ts'

const UNEXPECTED = 70

// Before `ready`, synchronously: later the scheme cannot be registered any more.
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false } },
])
app.enableSandbox()
// The app is offline: no name is ever looked up and no proxy asked for, whatever the pages or Chromium's services want.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
app.commandLine.appendSwitch('no-proxy-server')
app.commandLine.appendSwitch('disable-background-networking')
app.commandLine.appendSwitch('disable-component-update')
app.commandLine.appendSwitch('disable-breakpad')

// Electron would show the error's text and carry on in an unknown state. Main holds nothing secret, so its stack may be told.
process.on('uncaughtException', (error) => {
  console.error(error)
  app.exit(UNEXPECTED)
})

app.on('web-contents-created', (_event, contents) => {
  guardContents(contents)
})

if (app.requestSingleInstanceLock()) {
  const given = readArguments(process.argv, process.cwd())
  // Not awaited at top level: that would wait for `ready`, which waits for this module.
  void app.whenReady().then(() => {
    startShell({
      office: given.office,
      stateDir: given.stateDir ?? defaultStateDir(),
      built: join(import.meta.dirname, '..'),
    })
  })
} else {
  app.quit()
}
