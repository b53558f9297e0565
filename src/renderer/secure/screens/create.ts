import type { ScreenParams, ScreenResult } from '../../../shared/secure-screen.ts'
import { el } from '../dom.ts'
import { factList } from '../facts.ts'
import { askForm, wipe } from '../form.ts'
import { problemText } from '../problem-text.ts'
import type { Shell } from '../shell.ts'

/** Least number of characters: the passphrase stands alone against a thief of the file, the second secret does not. */
const PASSPHRASE_MIN = 12
const SECRET_MIN = 8

/** Characters of a UTF-8 text, counted by the bytes that begin one. */
const characters = (text: Uint8Array): number => text.filter((byte) => (byte & 0xc0) !== 0x80).length

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

const advice = (lead: string, items: readonly string[]): HTMLElement[] => [
  el('p', { class: 'lead' }, lead),
  el('ul', { class: 'advice' }, ...items.map((item) => el('li', {}, item))),
]

/** Asks for a new user's two secrets, each twice, one after the other. The worker checks both again. */
export async function askCreate(
  shell: Shell,
  params: ScreenParams<'screen.create'>,
): Promise<ScreenResult<'screen.create'>> {
  const { words } = shell
  const facts = factList([
    [words.office, params.office],
    [words.user, params.user],
  ])
  const pair = async (
    kind: 'createPassphrase' | 'createSecret',
    ids: readonly [string, string],
    min: number,
    submit: string,
    other: Uint8Array | null,
  ): Promise<Uint8Array> => {
    const text = words[kind]
    const [first, second] = await askForm(shell, {
      title: text.title,
      intro: [facts, ...advice(text.lead, text.advice)],
      fields: [
        { kind: 'secret', label: text.field, testId: ids[0] },
        { kind: 'secret', label: text.again, testId: ids[1] },
      ],
      submit,
      problem: other ? null : problemText(words, params.error),
      check: ([typed, again]) => {
        if (!typed || !again || !same(typed, again)) return words.problems.mismatch
        if (characters(typed) < min) return words.problems.tooShort(min)
        return other && same(typed, other) ? words.problems.same : null
      },
    })
    wipe(second ? [second] : [])
    return first ?? new Uint8Array()
  }
  const passphrase = await pair(
    'createPassphrase',
    ['passphrase', 'passphrase-again'],
    PASSPHRASE_MIN,
    words.next,
    null,
  )
  const secret = await pair(
    'createSecret',
    ['secret', 'secret-again'],
    SECRET_MIN,
    words.createSecret.submit,
    passphrase,
  )
  return { passphrase, secret }
}
