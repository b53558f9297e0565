import type { ScreenParams, ScreenResult } from '../../../shared/secure-screen.ts'
import { el } from '../dom.ts'
import { factList, peopleList } from '../facts.ts'
import { askForm } from '../form.ts'
import { problemText } from '../problem-text.ts'
import type { Shell } from '../shell.ts'

/** Asks for the passphrase (起動パスワード). */
export async function askUnlock(
  shell: Shell,
  params: ScreenParams<'screen.unlock'>,
): Promise<ScreenResult<'screen.unlock'>> {
  const { words } = shell
  const failed =
    params.failedAttempts > 0
      ? [
          el(
            'p',
            { class: 'notice', 'data-testid': 'failed-attempts' },
            words.failedAttempts(params.failedAttempts),
          ),
        ]
      : []
  const [passphrase] = await askForm(shell, {
    title: words.unlock.title,
    intro: [
      factList([
        [words.office, params.office],
        [words.user, params.user],
      ]),
      ...failed,
      el('p', { class: 'lead' }, words.unlock.lead),
    ],
    fields: [{ kind: 'secret', label: words.unlock.field, testId: 'passphrase' }],
    submit: words.unlock.submit,
    problem: problemText(words, params.error),
  })
  return { passphrase: passphrase ?? new Uint8Array() }
}

/** Operator verification (操作者の確認): shows what the secret will open before it is typed. */
export async function askVerify(
  shell: Shell,
  params: ScreenParams<'screen.verify'>,
): Promise<ScreenResult<'screen.verify'>> {
  const { words } = shell
  const facts: [string, string][] = [
    [words.company, params.company],
    [words.task, shell.local(params.task)],
  ]
  if (params.rule !== null) facts.push([words.rule, params.rule])
  const [secret] = await askForm(shell, {
    title: words.verify.title,
    intro: [
      el('p', { class: params.act === 'purge' ? 'lead grave' : 'lead' }, words.verify.acts[params.act]),
      factList(facts),
      peopleList(words, params.people),
    ],
    fields: [{ kind: 'secret', label: words.verify.field, testId: 'secret' }],
    submit: words.verify.submit,
    problem: problemText(words, params.error),
  })
  return { secret: secret ?? new Uint8Array() }
}
