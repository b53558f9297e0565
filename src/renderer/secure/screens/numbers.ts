import { checkNumberBytes } from '../../../shared/my-number.ts'
import type { ScreenParams, ScreenResult } from '../../../shared/secure-screen.ts'
import { el } from '../dom.ts'
import { factList, whoText } from '../facts.ts'
import { askForm } from '../form.ts'
import { problemText } from '../problem-text.ts'
import type { Shell } from '../shell.ts'

/** Refuses a number that cannot be one as soon as its field is left. The worker checks again. */
const checkField =
  (shell: Shell) =>
  (value: Uint8Array): string | null => {
    const checked = checkNumberBytes(value)
    if (checked.ok) return null
    return problemText(shell.words, { code: 'NUMBER_INVALID', params: { reason: checked.reason } })
  }

const intro = (shell: Shell, lead: string, params: ScreenParams<'screen.match'>): Node[] => [
  factList([
    [shell.words.company, params.company],
    [shell.words.person, whoText(params.person)],
  ]),
  el('p', { class: 'lead' }, lead),
]

/** Asks for a person's number twice. */
export async function askEnter(
  shell: Shell,
  params: ScreenParams<'screen.enter'>,
): Promise<ScreenResult<'screen.enter'>> {
  const { enter } = shell.words
  const [number, again] = await askForm(shell, {
    title: enter.title,
    intro: intro(shell, enter.lead, params),
    fields: [
      { kind: 'number', label: enter.field, testId: 'number' },
      { kind: 'number', label: enter.again, testId: 'number-again' },
    ],
    submit: enter.submit,
    problem: problemText(shell.words, params.error),
    checkField: checkField(shell),
  })
  return { number: number ?? new Uint8Array(), again: again ?? new Uint8Array() }
}

/** Asks for the number to compare with the one held (照合). */
export async function askMatch(
  shell: Shell,
  params: ScreenParams<'screen.match'>,
): Promise<ScreenResult<'screen.match'>> {
  const { match } = shell.words
  const [number] = await askForm(shell, {
    title: match.title,
    intro: intro(shell, match.lead, params),
    fields: [{ kind: 'number', label: match.field, testId: 'number' }],
    submit: match.submit,
    problem: problemText(shell.words, params.error),
    checkField: checkField(shell),
  })
  return { number: number ?? new Uint8Array() }
}
