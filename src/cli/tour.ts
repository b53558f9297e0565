import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { addDays, today } from '../shared/dates.ts'
import { TRAINING_SECRETS, writeSecrets } from './demo/files.ts'
import { madeUpPeople, payrollCsv } from './demo/people.ts'
import { languageOf } from './language.ts'
import { forbidCoreFiles, rememberTerminal } from './machine.ts'
import { main } from './main.ts'
import { processWorld } from './process-world.ts'
import { WORDS } from './words.ts'

/**
 * A tour of the main job in a terminal, for a machine without a display (`npm start`): the real commands on a training office
 * in a temporary folder, which is removed at the end. Waits for Enter between the steps when there is a terminal.
 */
process.umask(0o077)
forbidCoreFiles()
const restore = rememberTerminal()
const { world, streams, signalled } = processWorld()
const language = languageOf(world.env)
const { tour, demo } = WORDS[language]

const PEOPLE = 12
/** The fifth made-up person has left, and long ago. */
const LEAVER = '0005'

interface Step {
  readonly text: string
  /** What is shown of the command; what follows in every command is left out. */
  readonly argv: readonly string[]
  readonly rest: readonly string[]
  /** The exit status that is right here. */
  readonly expected: number
}

interface Folders {
  readonly office: string
  readonly state: string
  readonly csv: string
  readonly passphrase: string
  readonly secret: string
}

function prepare(root: string): Folders {
  const files = join(root, 'files')
  mkdirSync(files)
  const { passphraseFile, secretFile } = writeSecrets(files)
  const csv = join(files, 'shain.csv')
  writeFileSync(csv, payrollCsv(madeUpPeople(PEOPLE, today(Date.now()))), { mode: 0o600 })
  return {
    office: join(root, 'office'),
    state: join(root, 'state'),
    csv,
    passphrase: passphraseFile,
    secret: secretFile,
  }
}

/** The main job, command by command. The proposal's id is known only after `purge propose`. */
function steps({ office, csv, passphrase, secret, state }: Folders, proposal: () => string): (() => Step)[] {
  const at = ['--state-dir', state, '--lang', language]
  const opening = ['--office', office, '--passphrase-file', passphrase, ...at]
  const shows = [...opening, '--secret-file', secret]
  const step = (text: string, argv: readonly string[], rest = opening, expected = 0) => ({
    text,
    argv,
    rest,
    expected,
  })
  const revealing = (code: string) => {
    const argv = ['number', 'reveal', code, '--purpose', 'T12']
    return world.stdoutIsTerminal && world.stdinIsTerminal ? argv : [...argv, '--stdout']
  }
  const secrets = ['--passphrase-file', passphrase, '--secret-file', secret]
  const naming = ['--name', demo.officeName, '--user', demo.user, '--training']
  const making = ['--kit-out', join(office, '..', 'kit.txt'), '--kdf-floor', ...secrets, ...at]
  const attesting = ['--source', demo.source, '--collected-on', addDays(today(Date.now()), -30)]
  const proposing = ['--person', LEAVER, '--reason', tour.reason]
  return [
    () => step(tour.create, ['office', 'create', office, ...naming], making),
    () => step(tour.company, ['company', 'add', '--name', demo.company]),
    () => step(tour.import, ['people', 'import', csv]),
    () => step(tour.refused, revealing('0001'), shows, 3),
    () => step(tour.attest, ['number', 'attest', ...attesting]),
    () => step(tour.reveal, revealing('0001'), shows),
    () => step(tour.log, ['log', 'verify']),
    () => step(tour.due, ['purge', 'due']),
    () => step(tour.propose, ['purge', 'propose', ...proposing]),
    () => step(tour.confirm, ['purge', 'confirm', proposal(), '--sole-reason', tour.sole], shows),
    () => step(tour.gone, revealing(LEAVER), shows, 3),
  ]
}

const say = (text = ''): void => streams.out(`${text}\n`)

/** A word of a command as a shell would need it. */
const quoted = (word: string): string => (/^[\w./:=-]+$/.test(word) ? word : `'${word}'`)

async function pause(): Promise<void> {
  if (!world.stdinIsTerminal || !world.stdoutIsTerminal) return
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  await lines.question(`\n${tour.wait} `).finally(() => lines.close())
}

/** Runs the steps until one ends otherwise than it should. Answers with the exit status. */
async function run(root: string): Promise<number> {
  let output = ''
  const proposal = (): string => /purge confirm ([0-9a-f]{32})/.exec(output)?.[1] ?? ''
  const heard = {
    ...streams,
    out: (text: string) => {
      output += text
      streams.out(text)
    },
  }
  say(tour.title)
  say(tour.lead)
  say(tour.dots)
  say(`${demo.secrets}: ${TRAINING_SECRETS.passphrase} / ${TRAINING_SECRETS.secret}`)
  for (const next of steps(prepare(root), proposal)) {
    await pause()
    const { text, argv, rest, expected } = next()
    say()
    say(text)
    say(`$ mamorigura ${argv.map(quoted).join(' ')} …`)
    const status = await main([...argv, ...rest], world, heard)
    if (expected !== 0 && status === expected) say(tour.expected)
    if (status !== expected || signalled() !== null) {
      say(tour.stopped)
      return status === 0 ? 1 : status
    }
  }
  say()
  say(tour.end)
  say(tour.again)
  return 0
}

const root = mkdtempSync(join(tmpdir(), 'mamorigura-tour-'))
let status = 1
try {
  status = await run(root)
} finally {
  rmSync(root, { recursive: true, force: true })
  restore?.()
}
process.exitCode = signalled() ?? status
