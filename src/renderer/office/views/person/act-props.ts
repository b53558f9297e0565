import type { Company, PersonDetail } from '../../../../shared/model.ts'

/** What the dialogs of a person's page are given. */
export interface ActProps {
  readonly company: Company
  readonly detail: PersonDetail
  readonly onClose: () => void
}
