import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { Result } from '../../../../shared/api.ts'
import type { CompanyId } from '../../../../shared/ids.ts'
import type { PersonRow } from '../../../../shared/model.ts'
import { engine } from '../../../engine.ts'
import type { PeopleFilter } from '../../state/screens.tsx'
import { PAGE_SIZE, pagesOf } from './pages.ts'

interface PeopleList {
  /** Null until the first answer. */
  readonly total: number | null
  readonly error: Error | null
  /** The row at a position; undefined while its page is on its way. */
  readonly rowAt: (index: number) => PersonRow | undefined
  readonly onRange: (first: number, last: number) => void
}

/** The people of a company that pass search and filter, fetched by the page as the table shows them. */
export function usePeople(company: CompanyId, search: string, filter: PeopleFilter): PeopleList {
  const [pages, setPages] = useState<readonly number[]>([0])
  const results = useQueries({
    queries: pages.map((page) => {
      const params = { company, search, filter, offset: page * PAGE_SIZE, limit: PAGE_SIZE }
      return {
        queryKey: ['people.list', params],
        queryFn: () => engine.call('people.list', params),
        placeholderData: (before: Result<'people.list'> | undefined) => before,
      }
    }),
  })
  const byPage = new Map(pages.map((page, index) => [page, results[index]?.data]))
  const answered = results.find(({ data }) => data !== undefined)?.data
  return {
    total: answered?.total ?? null,
    error: results.find(({ error }) => error)?.error ?? null,
    rowAt: (index) => byPage.get(Math.floor(index / PAGE_SIZE))?.people[index % PAGE_SIZE],
    onRange: (first, last) => {
      const next = pagesOf(first, last)
      if (next.join() !== pages.join()) setPages(next)
    },
  }
}
