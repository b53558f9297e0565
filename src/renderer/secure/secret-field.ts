import { el } from './dom.ts'
import type { Words } from './words.ts'

/** A field whose text never appears: a secret, or the digits of a number. */
export interface SecretField {
  readonly element: HTMLElement
  readonly focus: () => void
  readonly length: () => number
  /** What was typed so far, as UTF-8; the input keeps it. The caller wipes the bytes. */
  readonly read: () => Uint8Array
  /** The same, and the input is emptied at once. */
  readonly take: () => Uint8Array
  readonly onEnter: (listener: () => void) => void
}

export interface FieldSpec {
  readonly kind: 'secret' | 'number'
  readonly label: string
  readonly testId: string
}

const DIGITS = 12

/** Boxes that fill while digits are typed, so that the operator sees how far it is without seeing a digit. */
const createBoxes = (): { readonly element: HTMLElement; readonly fill: (count: number) => void } => {
  const boxes = Array.from({ length: DIGITS + 1 }, () => el('span', { class: 'box' }))
  return {
    element: el('div', { class: 'boxes', 'aria-hidden': 'true' }, ...boxes),
    fill: (count) => {
      for (const [index, box] of boxes.entries()) box.classList.toggle('filled', index < count)
    },
  }
}

/**
 * `type=password`: a plain field leaves copies of its text in the browser process, this one none, and input methods stay
 * off. A number field takes digits only and one more than fit, so that a corporate number is told as such.
 */
export function createSecretField(spec: FieldSpec, words: Words): SecretField {
  const isNumber = spec.kind === 'number'
  const input = el('input', {
    type: 'password',
    class: 'secret',
    id: spec.testId,
    'data-testid': spec.testId,
    'aria-describedby': `${spec.testId}-caps`,
    autocomplete: 'off',
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
    inputmode: isNumber ? 'numeric' : false,
    maxlength: isNumber ? String(DIGITS + 1) : '256',
  })
  const caps = el('p', { class: 'caps', id: `${spec.testId}-caps`, role: 'status' })
  const boxes = createBoxes()

  const noteCapsLock = (event: KeyboardEvent | MouseEvent): void => {
    caps.textContent = !isNumber && event.getModifierState('CapsLock') ? words.capsLock : ''
  }
  for (const type of ['keydown', 'keyup', 'mousedown'] as const) input.addEventListener(type, noteCapsLock)
  input.addEventListener('beforeinput', (event) => {
    if (isNumber && event.data !== null && !/^[0-9]+$/.test(event.data)) event.preventDefault()
  })
  input.addEventListener('input', () => {
    boxes.fill(input.value.length)
  })

  const read = (): Uint8Array => new TextEncoder().encode(input.value)

  return {
    element: el(
      'div',
      { class: 'field' },
      el('label', { for: spec.testId }, spec.label),
      input,
      ...(isNumber ? [boxes.element] : []),
      caps,
    ),
    focus: () => {
      input.focus()
    },
    length: () => input.value.length,
    read,
    take: () => {
      const bytes = read()
      input.value = ''
      boxes.fill(0)
      return bytes
    },
    onEnter: (listener) => {
      input.addEventListener('keydown', (event) => {
        // An Enter that ends a composition belongs to the input method.
        if (event.key !== 'Enter' || event.isComposing || event.repeat) return
        event.preventDefault()
        listener()
      })
    },
  }
}
