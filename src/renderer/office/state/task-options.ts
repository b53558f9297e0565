import type { Company, PersonRow } from '../../../shared/model.ts'
import type { TaskOption } from '../components/task-choice.tsx'
import { useEngineQuery } from './queries.ts'

interface TaskOptions {
  /** Null until known. */
  readonly options: readonly TaskOption[] | null
  readonly error: Error | null
}

/** The tasks of one person, each with the code that refuses it, as the engine tells them. */
export function useTasksOf(company: Company, person: PersonRow): TaskOptions {
  const { data, error } = useEngineQuery('people.show', { company: company.id, person: person.id })
  return { options: data?.tasks ?? null, error }
}

/** The tasks of the company's notice. Whether each person may be used for one is told when it is asked. */
export function useTasksOfNotice(company: Company): TaskOptions {
  const { data, error } = useEngineQuery('purpose.list', { company: company.id })
  const options = data?.tasks.map(({ task, name, inNotice }) => ({
    task,
    name,
    refusal: inNotice ? null : 'PURPOSE_NOT_IN_NOTICE',
  }))
  return { options: options ?? null, error }
}
