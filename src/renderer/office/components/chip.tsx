import type { ReactNode } from 'react'
import './chip.css'

export type ChipTone = 'good' | 'warn' | 'bad' | 'quiet'

/** A state in a word. The word says it; the colour only helps. */
export function Chip(props: { tone: ChipTone; testId?: string; children: ReactNode }) {
  return (
    <span className={`mg-chip mg-chip-${props.tone}`} data-testid={props.testId}>
      {props.children}
    </span>
  )
}
