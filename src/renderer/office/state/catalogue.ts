import type { Result } from '../../../shared/api.ts'
import { useLanguage } from './preferences.tsx'
import { useEngineQuery } from './queries.ts'

export type VerificationDocument = Result<'catalogue.list'>['documents'][number]

interface Catalogue {
  readonly documents: readonly VerificationDocument[]
  /** Name of a document for identity verification, or the id when it is not known. */
  readonly documentName: (id: string) => string
  /** Name of the document (書類) of a rule, or the id when it is not known. */
  readonly ruleName: (id: string) => string
}

/** Names for ids, from the engine. Empty until they came. */
export function useCatalogue(): Catalogue {
  const language = useLanguage()
  const { data } = useEngineQuery('catalogue.list', {})
  return {
    documents: data?.documents ?? [],
    documentName: (id) => data?.documents.find((entry) => entry.id === id)?.name[language] ?? id,
    ruleName: (id) => data?.rules.find((entry) => entry.id === id)?.document[language] ?? id,
  }
}
