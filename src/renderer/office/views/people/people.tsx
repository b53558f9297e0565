import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../../shared/ids.ts'
import type { Company, PersonRow } from '../../../../shared/model.ts'
import { Attest } from '../../components/attest.tsx'
import { Empty } from '../../components/empty.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Loading } from '../../components/loading.tsx'
import { Page } from '../../components/page.tsx'
import { Reveal } from '../../components/reveal.tsx'
import { WithCompany } from '../../components/with-company.tsx'
import { type PeopleFilter, useScreens } from '../../state/screens.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { AddPerson } from './add-person.tsx'
import { PeopleTable } from './people-table.tsx'
import { PeopleTools } from './people-tools.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { usePeople } from './use-people.ts'
import './people.css'

type Selection = ReadonlyMap<PersonId, PersonRow>
const NOBODY: Selection = new Map()

function List(props: { company: Company; filter: PeopleFilter; onAdd: () => void }) {
  const { t } = useTranslation()
  const { go } = useScreens()
  const [search, setSearch] = useState('')
  const [clears, setClears] = useState(0)
  const [filter, setFilter] = useState(props.filter)
  const [selected, setSelected] = useState(NOBODY)
  const [dialog, setDialog] = useState<'reveal' | 'attest' | null>(null)
  const people = usePeople(props.company.id, search, filter)

  const toggle = (person: PersonRow): void => {
    const next = new Map(selected)
    if (!next.delete(person.id)) next.set(person.id, person)
    setSelected(next)
  }
  const clear = (): void => {
    setSearch('')
    setClears(clears + 1)
    setFilter('all')
  }
  const isFiltered = search.trim() !== '' || filter !== 'all'
  const isEmpty = people.total === 0
  return (
    <>
      <PeopleTools
        searchKey={clears}
        onSearch={setSearch}
        filter={filter}
        onFilter={setFilter}
        total={people.total}
        {...(filter === 'unverified' && !isEmpty ? { onAttest: () => setDialog('attest') } : {})}
      />
      <ErrorNotice error={people.error} />
      {people.total === null && !people.error ? <Loading /> : null}
      {isEmpty && isFiltered ? (
        <Empty
          title={t('people.noMatch')}
          actions={
            <Button variant="default" onClick={clear}>
              {t('people.noMatchClear')}
            </Button>
          }
        >
          {t('people.noMatchHint')}
        </Empty>
      ) : null}
      {isEmpty && !isFiltered ? (
        <Empty
          title={t('people.empty')}
          actions={
            <>
              <Button onClick={() => go({ name: 'import' })}>{t('people.import')}</Button>
              <Button variant="default" onClick={props.onAdd}>
                {t('people.add')}
              </Button>
            </>
          }
        >
          {t('people.emptyHint')}
        </Empty>
      ) : null}
      {people.total !== null && people.total > 0 ? (
        <PeopleTable
          total={people.total}
          rowAt={people.rowAt}
          onRange={people.onRange}
          selected={selected}
          onToggle={toggle}
          onOpen={(person) => go({ name: 'person', person })}
        />
      ) : null}
      {selected.size > 0 ? (
        <SelectionBar
          count={selected.size}
          onReveal={() => setDialog('reveal')}
          onClear={() => setSelected(NOBODY)}
        />
      ) : null}
      {dialog === 'reveal' ? (
        <Reveal company={props.company} people={[...selected.values()]} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'attest' ? <Attest importId={null} onClose={() => setDialog(null)} /> : null}
    </>
  )
}

/** Everybody whose number is kept: who, and in which state. */
export function People(props: { filter: PeopleFilter }) {
  const { t } = useTranslation()
  const { go } = useScreens()
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title={t('people.title')}
      lead={t('people.lead')}
      actions={
        <>
          <Button variant="default" data-testid={TEST_IDS.peopleAdd} onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
          <Button
            variant="default"
            data-testid={TEST_IDS.peopleImport}
            onClick={() => go({ name: 'import' })}
          >
            {t('people.import')}
          </Button>
        </>
      }
    >
      <WithCompany>
        {(company) => (
          <>
            <List key={company.id} company={company} filter={props.filter} onAdd={() => setAdding(true)} />
            {adding ? <AddPerson company={company} onClose={() => setAdding(false)} /> : null}
          </>
        )}
      </WithCompany>
    </Page>
  )
}
