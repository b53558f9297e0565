import { useInfiniteQuery } from '@tanstack/react-query'
import type { Result } from '../../../../shared/api.ts'
import type { CompanyId } from '../../../../shared/ids.ts'
import type { LogRow } from '../../../../shared/model.ts'
import { engine } from '../../../engine.ts'
import type { Filters } from './log-filters.tsx'

const PAGE_SIZE = 100

interface LogRows {
  /** Null until the first answer. */
  readonly total: number | null
  readonly rows: readonly LogRow[]
  readonly days: Result<'log.list'>['days']
  readonly error: Error | null
  readonly hasMore: boolean
  readonly loading: boolean
  readonly more: () => void
}

/** Log lines that pass the filters, newest first, by the hundred. `company` null is the office's own log. */
export function useLogRows(company: CompanyId | null, filters: Filters): LogRows {
  const query = {
    company,
    person: filters.person,
    actor: filters.actor,
    action: filters.action,
    from: filters.from.iso,
    to: filters.to.iso,
  }
  const list = useInfiniteQuery({
    queryKey: ['log.list', query],
    queryFn: ({ pageParam }) => engine.call('log.list', { ...query, offset: pageParam, limit: PAGE_SIZE }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const got = all.reduce((sum, page) => sum + page.rows.length, 0)
      return got < last.total ? got : undefined
    },
  })
  const pages = list.data?.pages ?? []
  return {
    total: pages[0]?.total ?? null,
    rows: pages.flatMap(({ rows }) => rows),
    days: pages[0]?.days ?? [],
    error: list.error,
    hasMore: list.hasNextPage,
    loading: list.isFetchingNextPage,
    more: () => void list.fetchNextPage(),
  }
}
