import { Checkbox, UnstyledButton } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../../shared/ids.ts'
import type { PersonRow } from '../../../../shared/model.ts'
import { Day } from '../../components/day.tsx'
import { NumberChip } from '../../components/number-chip.tsx'
import { TEST_IDS } from '../../test-ids.ts'

/** The cells of one person. Only people whose number is held can be selected. Scrolling draws only new rows. */
export const PersonCells = memo(function PersonCells(props: {
  person: PersonRow
  isSelected: boolean
  onToggle: (person: PersonRow) => void
  onOpen: (person: PersonId) => void
}) {
  const { t } = useTranslation()
  const { person } = props
  return (
    <>
      <td>
        <Checkbox
          aria-label={t('people.select', { name: person.name })}
          checked={props.isSelected}
          disabled={person.number === 'none' || person.number === 'purged'}
          onChange={() => props.onToggle(person)}
          data-testid={TEST_IDS.peopleSelect}
        />
      </td>
      <td>{person.code}</td>
      <td>
        <UnstyledButton
          className="mg-link"
          aria-label={t('people.open', { name: person.name })}
          onClick={() => props.onOpen(person.id)}
        >
          {person.name}
        </UnstyledButton>
        <span className="mg-grid-sub">{person.kana}</span>
      </td>
      <td>
        <Day iso={person.birth} />
      </td>
      <td>
        <NumberChip state={person.number} />
      </td>
      <td>
        <Day iso={person.due} />
      </td>
    </>
  )
})
