import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../../shared/ids.ts'
import type { PersonRow } from '../../../../shared/model.ts'
import { usePreferences } from '../../state/preferences.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { PersonCells } from './person-cells.tsx'

const COLUMNS = ['select', 'code', 'name', 'birth', 'number', 'due'] as const
const ROW_PX = 56
const OVERSCAN = 8

/** Stands for the rows that are not drawn. */
const Gap = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr aria-hidden="true">
      <td
        colSpan={COLUMNS.length}
        className="mg-grid-gap"
        style={{ height: `${height}px` }}
        aria-hidden="true"
      />
    </tr>
  ) : null

/** The list as a table that draws only the rows in sight: ten thousand people scroll like ten. */
export function PeopleTable(props: {
  total: number
  rowAt: (index: number) => PersonRow | undefined
  onRange: (first: number, last: number) => void
  selected: ReadonlyMap<PersonId, PersonRow>
  onToggle: (person: PersonRow) => void
  onOpen: (person: PersonId) => void
}) {
  const { t } = useTranslation()
  const { zoom } = usePreferences()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = (ROW_PX * zoom) / 100
  // oxlint-disable-next-line react/incompatible-library -- the compiler that this warns for is not used
  const virtual = useVirtualizer({
    count: props.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0], items.at(-1)]
  const tellRange = useEffectEvent(props.onRange)
  useEffect(() => {
    tellRange(first?.index ?? 0, last?.index ?? 0)
  }, [first?.index, last?.index])
  const measure = useEffectEvent(() => virtual.measure())
  useEffect(() => {
    if (rowHeight > 0) measure()
  }, [rowHeight])

  return (
    <div className="mg-grid" ref={scroller}>
      <table
        aria-label={t('people.table')}
        aria-rowcount={props.total + 1}
        data-testid={TEST_IDS.peopleTable}
      >
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={`mg-col-${column}`}>
                {t(`people.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={first?.start ?? 0} />
          {items.map(({ index, size }) => {
            const person = props.rowAt(index)
            return (
              <tr
                key={index}
                aria-rowindex={index + 2}
                data-testid={TEST_IDS.peopleRow}
                data-code={person?.code}
                style={{ height: `${size}px` }}
              >
                {person ? (
                  <PersonCells
                    person={person}
                    isSelected={props.selected.has(person.id)}
                    onToggle={props.onToggle}
                    onOpen={props.onOpen}
                  />
                ) : (
                  <td colSpan={COLUMNS.length} aria-hidden="true" />
                )}
              </tr>
            )
          })}
          <Gap height={virtual.getTotalSize() - (last?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  )
}
