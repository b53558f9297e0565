import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from 'react'
import type { PlaceToken } from '../../../shared/ids.ts'
import type { OfficeState } from '../../../shared/model.ts'
import { engine } from '../../engine.ts'

const CLOSED: OfficeState = {
  phase: 'closed',
  office: null,
  users: [],
  user: null,
  anchor: null,
  failedAttempts: 0,
}

interface Office {
  readonly state: OfficeState
  /** Whether the page has been locked since the office was chosen. */
  readonly wasLocked: boolean
  /** Whether the office was made in this session and its recovery kit is not yet said to be put away. */
  readonly isNew: boolean
  /** The folder the state belongs to; a fresh engine after a lock is told it again. */
  readonly enter: (place: PlaceToken, state: OfficeState, options?: { isNew: boolean }) => void
  readonly leave: () => void
  /** Somebody has opened the office: the state is the open one, and the folder becomes the most recent. */
  readonly unlocked: (state: OfficeState) => void
  readonly setState: (state: OfficeState) => void
  readonly kitStored: () => void
}

const Context = createContext<Office | null>(null)

/**
 * The office as the engine last told it. When the engine ends (lock, crash) everything read from it is dropped at once, and
 * the fresh engine is told the folder again, so that the operator meets the list of users and not the start page.
 */
export function OfficeProvider(props: { children: ReactNode }) {
  const client = useQueryClient()
  const [state, setState] = useState(CLOSED)
  const [place, setPlace] = useState<PlaceToken | null>(null)
  const [wasLocked, setWasLocked] = useState(false)
  const [isNew, setIsNew] = useState(false)

  const onEnded = useEffectEvent(() => {
    client.clear()
    setWasLocked(place !== null)
    setState((before) => (before.phase === 'closed' ? before : { ...before, phase: 'locked', user: null }))
  })
  const onFresh = useEffectEvent(() => {
    const load = place === null ? engine.call('office.state', {}) : engine.call('office.select', { place })
    load.then(setState, () => {
      setState(CLOSED)
      setPlace(null)
    })
  })
  useEffect(() => {
    const ends = [
      engine.onConnect(() => onFresh()),
      engine.onDisconnect(() => onEnded()),
      engine.onEvent((event) => {
        if (event.event === 'state') setState(event.state)
        else void client.invalidateQueries()
      }),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [client])

  const value: Office = {
    state,
    wasLocked,
    isNew,
    setState,
    enter: (chosen, next, options) => {
      client.clear()
      setPlace(chosen)
      setState(next)
      setWasLocked(false)
      setIsNew(options?.isNew ?? false)
    },
    unlocked: (next) => {
      setState(next)
      setWasLocked(false)
      if (place !== null) void engine.remember(place)
    },
    leave: () => {
      client.clear()
      setPlace(null)
      setState(CLOSED)
      setWasLocked(false)
    },
    kitStored: () => {
      setIsNew(false)
    },
  }
  return <Context value={value}>{props.children}</Context>
}

/** The office as last told by the engine. Only below {@link OfficeProvider}. */
export function useOffice(): Office {
  const value = useContext(Context)
  if (!value) throw new Error('no office above')
  return value
}
