import { createContext, type ReactNode, useContext, useState } from 'react'
import type { PersonId } from '../../../shared/ids.ts'

export type PeopleFilter = 'all' | 'missing' | 'unverified' | 'due' | 'left'
export type OfficeSection = 'companies' | 'users' | 'checks' | 'settings'

/** Where the operator is. Ids only: nothing a screen shows is kept here. */
export type Screen =
  | { readonly name: 'home' }
  | { readonly name: 'people'; readonly filter: PeopleFilter }
  | { readonly name: 'person'; readonly person: PersonId }
  | { readonly name: 'import' }
  | { readonly name: 'purge' }
  | { readonly name: 'log'; readonly person: PersonId | null; readonly action: string | null }
  | {
      readonly name: 'office'
      readonly section: OfficeSection
      readonly open: 'add-company' | 'declare' | null
    }

export const HOME: Screen = { name: 'home' }
export const PEOPLE: Screen = { name: 'people', filter: 'all' }
export const LOG: Screen = { name: 'log', person: null, action: null }
export const OFFICE: Screen = { name: 'office', section: 'companies', open: null }

interface Screens {
  readonly screen: Screen
  /** Counts up with every move, so that a screen entered again starts fresh. */
  readonly visit: number
  readonly go: (to: Screen) => void
}

const Context = createContext<Screens | null>(null)

/** Holds the current screen; a new office starts at home. */
export function ScreensProvider(props: { children: ReactNode }) {
  const [{ screen, visit }, set] = useState({ screen: HOME, visit: 0 })
  const go = (to: Screen): void => {
    set((before) => ({ screen: to, visit: before.visit + 1 }))
  }
  return <Context value={{ screen, visit, go }}>{props.children}</Context>
}

/** The current screen and how to move. Only below {@link ScreensProvider}. */
export function useScreens(): Screens {
  const value = useContext(Context)
  if (!value) throw new Error('no screens above')
  return value
}
