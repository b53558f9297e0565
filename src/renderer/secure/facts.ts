import { el } from './dom.ts'
import type { Words } from './words.ts'

export interface Who {
  readonly code: string
  readonly name: string
}

/** Label and value pairs: for whom and for what something is asked. */
export const factList = (facts: readonly (readonly [label: string, value: string])[]): HTMLElement =>
  el(
    'dl',
    { class: 'facts' },
    ...facts.flatMap(([label, value]) => [el('dt', {}, label), el('dd', {}, value)]),
  )

export const whoText = (who: Who): string => `${who.code}  ${who.name}`

/** The fixed list of an operator verification. */
export const peopleList = (words: Words, people: readonly Who[]): HTMLElement =>
  el(
    'section',
    { class: 'people' },
    el('h2', {}, words.people(people.length)),
    el(
      'ol',
      { tabindex: '0', 'aria-label': words.people(people.length) },
      ...people.map((who) => el('li', {}, el('span', { class: 'code' }, who.code), el('span', {}, who.name))),
    ),
  )
