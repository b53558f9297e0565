import type { ScreenParams } from '../../../shared/secure-screen.ts'
import { el } from '../dom.ts'
import { factList, type Who } from '../facts.ts'
import type { Shell } from '../shell.ts'
import { createStage } from '../stage.ts'

/** What the list asks of its worker. */
export interface ListCalls {
  /** Resolves with 12 ASCII digits once the log line for this position is durable. */
  readonly show: (index: number) => Promise<Uint8Array>
  readonly end: () => void
}

/** A second press of the key within this time is a slip, not the wish for the next number. */
const SLIP_MS = 600

type State = 'waiting' | 'showing' | 'shown'

const createRow = (shell: Shell, who: Who, index: number) => {
  const state = el('span', { class: 'state' })
  const row = el(
    'li',
    { 'data-testid': `person-${index}` },
    el('span', { class: 'code' }, who.code),
    el('span', { class: 'name' }, who.name),
    state,
  )
  const set = (next: State): void => {
    row.dataset['state'] = next
    state.textContent = shell.words.list.states[next]
    if (next === 'showing') row.scrollIntoView({ block: 'nearest' })
  }
  set('waiting')
  return { row, set }
}

/**
 * The list of an operator verification: each press of Space or Enter takes the number away and asks for the next one, which
 * stays for `secondsEach`. Ends after the last one, by Esc, or when the worker ends.
 */
export function showList(shell: Shell, params: ScreenParams<'screen.list'>, calls: ListCalls): void {
  const { list } = shell.words
  const rows = params.people.map((who, index) => createRow(shell, who, index))
  const stage = createStage()
  const hint = el('p', { class: 'hint', 'data-testid': 'hint' }, list.first)
  const live = el('p', { class: 'unseen', 'aria-live': 'assertive', 'data-testid': 'live' })
  const nextText = el('span', {}, list.next)
  const next = el(
    'button',
    { type: 'button', class: 'primary', 'data-testid': 'next' },
    nextText,
    el('kbd', {}, list.key),
  )
  let position = -1
  let timer: number | null = null
  let busy = false
  let ended = false
  let pressedAt = Number.NEGATIVE_INFINITY

  const name = (): string => params.people[position]?.name ?? ''
  const isLast = (): boolean => position >= params.people.length - 1

  const hide = (): void => {
    if (timer === null) return
    clearInterval(timer)
    timer = null
    stage.wipe()
    rows[position]?.set('shown')
    live.textContent = list.hidden(name())
    hint.textContent = isLast() ? '' : list.following
  }

  const end = (): void => {
    if (ended) return
    ended = true
    hide()
    stage.wipe()
    document.removeEventListener('keydown', onKey)
    calls.end()
  }

  const put = (digits: Uint8Array): void => {
    stage.draw(digits)
    digits.fill(0)
    rows[position]?.set('showing')
    live.textContent = list.showing(name(), params.secondsEach)
    hint.textContent = list.showing(name(), params.secondsEach)
    nextText.textContent = isLast() ? list.finish : list.next
    const until = performance.now() + params.secondsEach * 1000
    const turn = (): void => {
      const left = until - performance.now()
      if (left > 0) {
        stage.ring(left / (params.secondsEach * 1000), Math.ceil(left / 1000))
        return
      }
      hide()
      if (isLast()) end()
    }
    timer = window.setInterval(turn, 100)
    turn()
  }

  const advance = async (): Promise<void> => {
    const now = performance.now()
    if (busy || ended || now - pressedAt < SLIP_MS) return
    pressedAt = now
    hide()
    if (isLast()) {
      end()
      return
    }
    busy = true
    position += 1
    hint.textContent = list.asking
    try {
      const digits = await calls.show(position)
      if (ended) digits.fill(0)
      else put(digits)
    } catch {
      hint.textContent = list.failed
      end()
    }
    pressedAt = performance.now()
    busy = false
  }

  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== ' ' && event.key !== 'Enter') return
    // Also keeps the focused button from being pressed by the same key.
    event.preventDefault()
    if (!event.repeat && !event.isComposing) void advance()
  }
  document.addEventListener('keydown', onKey)
  next.addEventListener('click', () => void advance())

  shell.show(
    list.title,
    el(
      'div',
      { class: 'list' },
      el(
        'ol',
        { class: 'rows', 'aria-label': shell.words.people(rows.length) },
        ...rows.map(({ row }) => row),
      ),
      el(
        'section',
        { class: 'show' },
        factList([
          [shell.words.company, params.company],
          [shell.words.task, shell.local(params.task)],
        ]),
        stage.paper,
        el('div', { class: 'under' }, stage.clock, hint),
        live,
        el('p', { class: 'quiet' }, list.logged),
        el('div', { class: 'actions' }, shell.cancelButton(list.end), next),
      ),
    ),
    {
      onLeave: end,
      onEscape: () => {
        end()
        shell.wait('working')
      },
    },
  )
  next.focus()
}
