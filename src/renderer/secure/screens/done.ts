import type { ScreenParams, ScreenResult } from '../../../shared/secure-screen.ts'
import { el } from '../dom.ts'
import { problemText } from '../problem-text.ts'
import type { Shell } from '../shell.ts'

/**
 * The job is over and whatever was shown is gone. Without an error it answers at once; with one the operator reads it first
 * and closes it by Enter, Esc or the button.
 */
export function showDone(
  shell: Shell,
  params: ScreenParams<'screen.done'>,
): Promise<ScreenResult<'screen.done'>> {
  const { done } = shell.words
  const text = problemText(shell.words, params.error)
  if (text === null) {
    shell.show(done.title, el('div'))
    return Promise.resolve({})
  }
  return new Promise((resolve) => {
    const close = (): void => {
      shell.wait('working')
      resolve({})
    }
    const button = el('button', { type: 'button', class: 'primary', 'data-testid': 'close' }, done.close)
    button.addEventListener('click', close)
    shell.show(
      done.problem,
      el(
        'div',
        { class: 'centre' },
        el('p', { class: 'problem', role: 'alert', 'data-testid': 'problem' }, text),
        button,
      ),
      { onEscape: close },
    )
    button.focus()
  })
}
