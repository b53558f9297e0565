import { createContext, type ReactNode, useContext, useState } from 'react'
import type { CompanyId } from '../../../shared/ids.ts'
import type { Company } from '../../../shared/model.ts'
import { useEngineQuery } from './queries.ts'

interface CompanyState {
  readonly companies: readonly Company[]
  readonly company: Company | null
  readonly loading: boolean
  readonly error: Error | null
  readonly choose: (id: CompanyId) => void
}

const Context = createContext<CompanyState | null>(null)

/** The companies of the open office and the one being worked on: the one chosen, else the first. */
export function CompanyProvider(props: { children: ReactNode }) {
  const [chosen, choose] = useState<CompanyId | null>(null)
  const { data, isPending, error } = useEngineQuery('company.list', {})
  const companies = data?.companies ?? []
  const company = companies.find(({ id }) => id === chosen) ?? companies[0] ?? null
  return <Context value={{ companies, company, loading: isPending, error, choose }}>{props.children}</Context>
}

/** The company being worked on. Only below {@link CompanyProvider}. */
export function useCompanies(): CompanyState {
  const value = useContext(Context)
  if (!value) throw new Error('no companies above')
  return value
}
