/** What the guard needs of a keyboard event. */
type Key = Pick<KeyboardEvent, 'key' | 'isComposing' | 'keyCode'>

/**
 * True for keys that belong to the input method: the Enter that accepts a conversion, the Escape that ends it and the
 * arrows in its list. 229 is what Chromium gives the last key of a composition, when `isComposing` is false already.
 */
export const belongsToInputMethod = (event: Key): boolean => event.isComposing || event.keyCode === 229

/**
 * Keeps keys of a conversion from every handler of the page: Enter during composition sends no form, picks no option and
 * closes no dialog. The input method itself still gets them.
 */
export function guardComposition(page: Window): void {
  for (const type of ['keydown', 'keyup'] as const) {
    page.addEventListener(
      type,
      (event) => {
        if (belongsToInputMethod(event)) event.stopPropagation()
      },
      { capture: true },
    )
  }
}
