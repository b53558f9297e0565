type Attributes = Readonly<Record<string, string | boolean>>

/**
 * Makes an element. Text goes in as text nodes only; the page's policy for trusted types allows no markup from script. A
 * false attribute is left out.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children)
  return element
}
