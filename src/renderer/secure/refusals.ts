const REFUSED = [
  'paste',
  'copy',
  'cut',
  'drop',
  'dragover',
  'dragstart',
  'contextmenu',
  'selectstart',
] as const

/** Keys that paste or select: stopped before the browser reads the clipboard, which would bring its text into main. */
const isRefusedKey = (event: KeyboardEvent): boolean => {
  const key = event.key.toLowerCase()
  if (event.shiftKey && key === 'insert') return true
  return (event.ctrlKey || event.metaKey) && ['v', 'c', 'x', 'a', 'insert', 'z', 'y'].includes(key)
}

const refuse = (event: Event): void => {
  event.preventDefault()
}

/** No paste, copy, drop, menu, selection or middle-click paste anywhere on the page. */
export function refuseTransfers(target: Document): void {
  for (const type of REFUSED) target.addEventListener(type, refuse, { capture: true })
  target.addEventListener(
    'keydown',
    (event) => {
      if (isRefusedKey(event)) event.preventDefault()
    },
    { capture: true },
  )
  for (const type of ['mousedown', 'mouseup', 'auxclick'] as const) {
    target.addEventListener(
      type,
      (event) => {
        if (event.button === 1) event.preventDefault()
      },
      { capture: true },
    )
  }
}
