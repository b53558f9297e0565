import { el } from './dom.ts'
import { createSecretField, type FieldSpec, type SecretField } from './secret-field.ts'
import type { Shell } from './shell.ts'

export interface FormSpec {
  readonly title: string
  readonly intro: readonly Node[]
  readonly fields: readonly FieldSpec[]
  readonly submit: string
  /** The sentence why it is asked again. */
  readonly problem: string | null
  /** Looks at one field when the operator leaves it by Enter; a sentence refuses it. The bytes are wiped afterwards. */
  readonly checkField?: (value: Uint8Array) => string | null
  /** Looks at all values; a sentence refuses them and all fields are empty again. */
  readonly check?: (values: readonly Uint8Array[]) => string | null
}

/** Overwrites typed bytes. */
export const wipe = (values: Iterable<Uint8Array>): void => {
  for (const value of values) value.fill(0)
}

/**
 * Shows fields and resolves with what was typed, one array for each. Enter goes to the next field and submits from the last
 * one. An empty field is never submitted.
 */
export function askForm(shell: Shell, spec: FormSpec): Promise<Uint8Array[]> {
  const fields = spec.fields.map((one) => createSecretField(one, shell.words))
  const problem = el('p', { class: 'problem', role: 'alert', 'data-testid': 'problem' })
  const submit = el('button', { type: 'button', class: 'primary', 'data-testid': 'submit' }, spec.submit)

  const complain = (text: string | null): void => {
    problem.textContent = text ?? ''
    problem.hidden = text === null
  }
  complain(spec.problem)

  /** True when the field may be left. */
  const accept = (field: SecretField): boolean => {
    const value = field.read()
    const refused = value.length === 0 ? null : (spec.checkField?.(value) ?? null)
    wipe([value])
    if (refused === null) return value.length > 0
    wipe([field.take()])
    complain(refused)
    return false
  }

  return new Promise((resolve) => {
    const finish = (): void => {
      const open = fields.find((field) => !accept(field))
      if (open) {
        open.focus()
        return
      }
      const values = fields.map((field) => field.take())
      const refused = spec.check?.(values) ?? null
      if (refused === null) {
        shell.wait('working')
        resolve(values)
        return
      }
      wipe(values)
      complain(refused)
      fields[0]?.focus()
    }
    for (const [index, field] of fields.entries()) {
      field.onEnter(() => {
        if (!accept(field)) return
        complain(null)
        const following = fields[index + 1]
        if (following) following.focus()
        else finish()
      })
    }
    submit.addEventListener('click', finish)
    shell.show(
      spec.title,
      el(
        'div',
        { class: 'form' },
        ...spec.intro,
        problem,
        ...fields.map((field) => field.element),
        el('div', { class: 'actions' }, shell.cancelButton(), submit),
      ),
    )
    fields[0]?.focus()
  })
}
