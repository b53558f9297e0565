import type { Methods } from '../context.ts'
import { DOCUMENTS } from '../people/documents.ts'
import { RULES } from './rules.ts'
import { NOT_ALLOWED } from './tasks.ts'

/** The catalogue's part of the method table: fixed names that windows show for the ids in bases, logs and errors. */
export const catalogueMethods = (): Methods<'catalogue.list'> => ({
  'catalogue.list': () => ({
    documents: DOCUMENTS.map(({ id, ja, en, number, identity, complete, refused }) => ({
      id,
      name: { ja, en },
      number,
      identity,
      complete,
      refused,
    })),
    rules: RULES.map(({ id, task, document, whose, basis, ja, en }) => ({
      id,
      task,
      document,
      whose: [...whose],
      article: basis,
      period: { ja, en },
    })),
    forbidden: NOT_ALLOWED.map(({ id, basis, ja, en }) => ({ id, article: basis, why: { ja, en } })),
  }),
})
