import { sameBytes } from '../crypto/bytes.ts'
import { canonical, sha256 } from '../crypto/canonical.ts'
import { sealTo } from '../crypto/keys.ts'
import { ownerOf, signerPk } from './office/roster.ts'
import { VaultError } from '../shared/errors.ts'
import type { PersonId } from '../shared/ids.ts'
import { CALLBACKS, type JobParams, type SealedBatch, type SealedRecord } from '../shared/jobs.ts'
import type { PeerHandlers } from '../shared/rpc.ts'
import type { Detail } from './log/line.ts'
import {
  clearVerificationAttempts,
  countVerificationAttempt,
  refuseVerificationTooSoon,
} from './number/attempts.ts'
import { endedVersions } from './number/ledger.ts'
import { sealedRecords } from './number/table.ts'
import { type Purpose, requireUsable } from './number/usable.ts'
import type { OpenCompany, Session } from './office/session.ts'
import { userIdOf } from './office/session.ts'
import type { Person } from './people/table.ts'
import { all } from './store/db.ts'
import { idBlob, newId } from './store/ids.ts'
import { callJob, type WorkerLink } from './workers.ts'

/**
 * The only place where sealed numbers meet the keys that open them. The engine has records and no key, the worker keys and
 * no record; the order below is the promise:
 *
 * 1. the attempt's line is durable before the second secret is stretched;
 * 2. the worker proves that it opened the number key by answering a challenge;
 * 3. the line `granted` with task and people is durable and anchored;
 * 4. only then exactly those records go to the worker, which re-seals each under a key of its own for the list worker and
 *    is killed: from here on nothing alive holds the number key;
 * 5. each number is opened by its own key press, after its own line `shown` is durable and anchored;
 * 6. the line `closed` tells what was shown and what was not.
 */
export const GRANT_LIMITS = {
  /** A worker that waits for the operator's secret. */
  waitMs: 5 * 60_000,
  /** From the proof to the death of the worker that holds the number key. */
  openMs: 60_000,
  /** A number on the screen. */
  secondsEach: 30,
  /** A shown list. */
  listMs: 10 * 60_000,
  idleMs: 2 * 60_000,
} as const

export interface Shown {
  readonly shown: number
  readonly notShown: number
}

type Act = 'reveal' | 'match' | 'purge'

/** Everything that must hold before a secret is even asked. Throws the refusal's code. */
function requireReady(session: Session, opened: OpenCompany): void {
  const states = [session.log.anchor().state, opened.log.anchor().state]
  if (states.includes('missing')) throw new VaultError('PURGE_STATE_UNKNOWN')
  opened.log.requireIntact()
  // Read while the operator still has to type; after the derivation only newer lines are left.
  endedVersions(opened.db)
  refuseVerificationTooSoon(opened.db, userIdOf(session), session.env.clock())
}

/** The number keys of this user with a challenge each. Throws NO_VIEWER_KEY when the user was never given one. */
function challenges(session: Session, opened: OpenCompany) {
  const rows = all<{ generation: number; n_pub: Uint8Array; sealed: Uint8Array }>(
    opened.db,
    `SELECT number_key.generation, n_pub, sealed FROM number_key
     JOIN number_wrap ON number_wrap.generation = number_key.generation WHERE holder = ? ORDER BY number_key.generation`,
    idBlob(userIdOf(session)),
  )
  if (rows.length === 0) throw new VaultError('NO_VIEWER_KEY')
  return rows.map((row) => {
    const secret = session.env.random(32)
    const nPub = new Uint8Array(row.n_pub)
    const key = {
      generation: row.generation,
      nPub,
      sealed: new Uint8Array(row.sealed),
      challenge: sealTo(secret, nPub),
    }
    return { answer: sha256(canonical('challenge', secret)), key }
  })
}

/**
 * Operator verification (操作者の確認): starts a worker, lets it ask for the second secret, and runs `then` with the proven
 * worker, which is killed at the latest `openMs` after the proof. Throws WRONG_SECRET, TOO_MANY_ATTEMPTS or CANCELLED.
 */
async function verified<T>(
  session: Session,
  opened: OpenCompany,
  workerSession: string,
  screen: VerifyScreen,
  people: readonly Person[],
  then: (worker: WorkerLink) => Promise<T>,
): Promise<T> {
  requireReady(session, opened)
  const { env, user, roster, keys } = session
  const asked = challenges(session, opened)
  const ids = people.map((person) => person.id)
  const about = { people: ids, rule: screen.rule, detail: { act: screen.act, size: ids.length } }
  const callbacks: PeerHandlers = new Map([
    [
      'attempt',
      () => {
        opened.log.act((add) => {
          countVerificationAttempt(opened.db, userIdOf(session), env.clock())
          add({ action: 'reveal.attempt', outcome: 'asked', ...about })
        })
        return {}
      },
    ],
  ])
  const spec = {
    kind: 'verify',
    session: workerSession,
    limitMs: GRANT_LIMITS.waitMs + GRANT_LIMITS.openMs,
  } as const
  const worker = await env.workers.start(spec, callbacks)
  let timer: NodeJS.Timeout | undefined
  let proven = false
  try {
    const { answers } = await callJob(worker, 'verify.open', {
      officeId: roster.officeId,
      companyId: opened.company.id,
      userId: userIdOf(session),
      sessionSk: keys.sessionSk,
      certificateHash: ownerOf(roster, user).certificateHash,
      verifySlot: user.verificationSlot,
      keys: asked.map(({ key }) => key),
      screen,
    })
    proven =
      answers.length === asked.length &&
      asked.every(({ answer }, i) => sameBytes(answer, answers[i] ?? new Uint8Array()))
    if (!proven) throw new VaultError('WRONG_SECRET')
    timer = setTimeout(() => worker.kill(), GRANT_LIMITS.openMs)
    return await then(worker)
  } catch (error) {
    writeFailed(session, opened, proven, about, error)
    throw error
  } finally {
    clearTimeout(timer)
    worker.kill()
  }
}

/**
 * An act that ended before it was done: the lines of the attempt and of the grant alone would not say how. A secret that was
 * right is no failed attempt, whatever came after it.
 */
function writeFailed(
  session: Session,
  opened: OpenCompany,
  proven: boolean,
  about: { people: PersonId[]; rule: string | null; detail: Detail },
  error: unknown,
): void {
  const outcome = error instanceof VaultError ? error.code : 'UNEXPECTED'
  opened.log.act((add) => {
    if (proven) clearVerificationAttempts(opened.db, userIdOf(session))
    add({ action: 'reveal.closed', outcome, ...about })
  })
}

function recordsFor(session: Session, opened: OpenCompany, people: readonly Person[]) {
  const context = {
    officeId: session.roster.officeId,
    companyId: opened.company.id,
    signerPk: (id: Parameters<typeof signerPk>[1]) => signerPk(session.roster, id),
  }
  return sealedRecords(opened.db, context, people)
}

/** The line `granted`: durable and anchored when it returns, and the failed attempts are forgotten with it. */
function writeGranted(
  session: Session,
  opened: OpenCompany,
  act: Act,
  purpose: Purpose,
  people: readonly Person[],
): void {
  opened.log.act((add) => {
    clearVerificationAttempts(opened.db, userIdOf(session))
    add({
      action: act === 'match' ? 'match.granted' : 'reveal.granted',
      people: people.map((person) => person.id),
      task: purpose.task,
      rule: purpose.rule,
      outcome: 'granted',
      detail: { size: people.length },
    })
  })
}

type VerifyScreen = JobParams<'verify.open'>['screen']

const screenOf = (
  act: Act,
  opened: OpenCompany,
  task: VerifyScreen['task'],
  rule: string | null,
  people: readonly Person[],
): VerifyScreen => ({ act, company: opened.company.name, task, rule, people: people.map(who) })

const who = (person: Person) => ({ code: person.code, name: person.name })

/** Re-reads that nobody was purged or lost a verification while the operator typed. */
const stillUsable = (opened: OpenCompany, people: readonly Person[], purpose: Purpose): void =>
  requireUsable(opened.db, people, purpose)

/**
 * Shows the numbers of a fixed list for one purpose, one at a time, to the operator who verifies. The caller has checked
 * list length and usability. Ends when the list is done, the operator ends it, 2 min idle or 10 min.
 */
export async function reveal(
  session: Session,
  opened: OpenCompany,
  people: readonly Person[],
  purpose: Purpose,
): Promise<Shown> {
  const { env } = session
  const workerSession = newId<string>(env.random)
  const list = startListWorker(session, opened, workerSession, people, purpose)
  try {
    const screen = screenOf('reveal', opened, purpose.name, purpose.rule, people)
    const sealed = await verified(session, opened, workerSession, screen, people, async (worker) => {
      stillUsable(opened, people, purpose)
      writeGranted(session, opened, 'reveal', purpose, people)
      const { records, batches } = recordsFor(session, opened, people)
      return reseal(worker, records, batches, (await list.ready).listPk)
    })
    return await list.run(sealed)
  } finally {
    list.kill()
    env.workers.endSession(workerSession)
  }
}

async function reseal(
  worker: WorkerLink,
  records: SealedRecord[],
  batches: SealedBatch[],
  listPk: Uint8Array,
) {
  const sealed = await callJob(worker, 'verify.reseal', { batches, records, listPk })
  if (sealed.boxes.length !== records.length) throw new VaultError('WORKER_FAILED')
  return sealed
}

/** The worker that shows: started while the operator types, it holds one key a number and never the number key. */
function startListWorker(
  session: Session,
  opened: OpenCompany,
  workerSession: string,
  people: readonly Person[],
  purpose: Purpose,
) {
  const { env } = session
  const boxes: (Uint8Array | null)[] = []
  const shown = new Set<PersonId>()
  let deadline = 0
  const about = { task: purpose.task, rule: purpose.rule }

  const show = (params: unknown): { box: Uint8Array } => {
    const parsed = CALLBACKS['list.shown'].params.safeParse(params)
    const index = parsed.success ? parsed.data.index : -1
    const person = people[index]
    const box = boxes[index]
    if (!person || !box) throw new VaultError('NOT_GRANTED')
    if (env.clock() > deadline) throw new VaultError('GRANT_EXPIRED')
    opened.log.act((add) => add({ action: 'reveal.shown', people: [person.id], outcome: 'shown', ...about }))
    boxes[index] = null
    shown.add(person.id)
    return { box }
  }

  const limitMs = GRANT_LIMITS.waitMs + GRANT_LIMITS.openMs + GRANT_LIMITS.listMs
  const link = env.workers.start(
    { kind: 'list', session: workerSession, limitMs },
    new Map([['list.shown', show]]),
  )
  const ready = link.then((worker) => callJob(worker, 'list.prepare', {}))
  // A refusal during verification leaves this promise unread; its failure is told by `run` or not needed.
  ready.catch(() => undefined)

  return {
    ready,
    run: async (sealed: { sealedKeys: Uint8Array; boxes: Uint8Array[] }): Promise<Shown> => {
      boxes.push(...sealed.boxes)
      deadline = env.clock() + GRANT_LIMITS.listMs
      let outcome = 'failed'
      try {
        const { end } = await callJob(await link, 'list.run', {
          sealedKeys: sealed.sealedKeys,
          company: opened.company.name,
          task: purpose.name,
          people: people.map(who),
          secondsEach: GRANT_LIMITS.secondsEach,
          listMs: GRANT_LIMITS.listMs,
          idleMs: GRANT_LIMITS.idleMs,
        })
        outcome = end
      } finally {
        const unshown = people.filter((person) => !shown.has(person.id)).map((person) => person.id)
        boxes.fill(null)
        opened.log.act((add) =>
          add({
            action: 'reveal.closed',
            people: unshown,
            outcome,
            detail: { shown: shown.size, notShown: unshown.length },
            ...about,
          }),
        )
      }
      return { shown: shown.size, notShown: people.length - shown.size }
    },
    kill: (): void => {
      void link.then(
        (worker) => worker.kill(),
        () => undefined,
      )
    },
  }
}

/** Match-only check: the operator gives a number, the answer is yes or no, nothing is shown. */
export async function match(
  session: Session,
  opened: OpenCompany,
  person: Person,
  purpose: Purpose,
): Promise<boolean> {
  const workerSession = newId<string>(session.env.random)
  const screen = screenOf('match', opened, purpose.name, purpose.rule, [person])
  try {
    return await verified(session, opened, workerSession, screen, [person], async (worker) => {
      stillUsable(opened, [person], purpose)
      writeGranted(session, opened, 'match', purpose, [person])
      const { records, batches } = recordsFor(session, opened, [person])
      const [record] = records
      if (!record) throw new VaultError('NUMBER_NOT_HELD')
      const answer = await callJob(worker, 'verify.match', {
        batches,
        record,
        company: opened.company.name,
        who: who(person),
      })
      opened.log.act((add) =>
        add({
          action: 'match.closed',
          people: [person.id],
          task: purpose.task,
          rule: purpose.rule,
          outcome: answer.match ? 'match' : 'no match',
        }),
      )
      return answer.match
    })
  } finally {
    session.env.workers.endSession(workerSession)
  }
}

/** Operator verification without any number, for acts such as confirming a purge. Throws as `reveal` does. */
export async function verifyOperator(
  session: Session,
  opened: OpenCompany,
  people: readonly Person[],
): Promise<void> {
  const workerSession = newId<string>(session.env.random)
  const name = { ja: '廃棄の確認', en: 'Confirm the purge' }
  const screen = screenOf('purge', opened, name, null, people.slice(0, 100))
  try {
    await verified(session, opened, workerSession, screen, people, async () => {
      opened.log.act((add) => {
        clearVerificationAttempts(opened.db, userIdOf(session))
        add({
          action: 'reveal.granted',
          outcome: 'operator verified',
          detail: { act: 'purge', size: people.length },
        })
      })
    })
  } finally {
    session.env.workers.endSession(workerSession)
  }
}
