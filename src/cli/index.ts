import { forbidCoreFiles, rememberTerminal } from './machine.ts'
import { main } from './main.ts'
import { processWorld } from './process-world.ts'

/** Entry of the command line. Files that it makes are the user's alone, whatever the shell says. */
process.umask(0o077)
forbidCoreFiles()
const restore = rememberTerminal()
const { world, streams, signalled } = processWorld()
const status = await main(process.argv.slice(2), world, streams)
restore?.()
process.exitCode = signalled() ?? status
