import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../../shared/ids.ts'
import type { Company, PersonDetail } from '../../../../shared/model.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { BackIcon } from '../../components/icons.tsx'
import { Loading } from '../../components/loading.tsx'
import { Page } from '../../components/page.tsx'
import { WithCompany } from '../../components/with-company.tsx'
import { useEngineQuery } from '../../state/queries.ts'
import { PEOPLE, useScreens } from '../../state/screens.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { BasesSection } from './bases-section.tsx'
import { FactsSection } from './facts-section.tsx'
import { NumberSection } from './number-section.tsx'
import { type Act, PersonDialog } from './person-dialog.tsx'
import { PersonLog } from './person-log.tsx'
import { TasksSection } from './tasks-section.tsx'
import { VerificationsSection } from './verifications-section.tsx'

function Sheet({ company, detail }: { company: Company; detail: PersonDetail }) {
  const { t } = useTranslation()
  const { go } = useScreens()
  const [act, setAct] = useState<Act | null>(null)
  return (
    <Page
      title={<span data-testid={TEST_IDS.personName}>{detail.person.name}</span>}
      lead={detail.person.kana}
      before={
        <Group>
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<BackIcon size={16} />}
            onClick={() => go(PEOPLE)}
          >
            {t('person.back')}
          </Button>
        </Group>
      }
    >
      <NumberSection detail={detail} onAct={setAct} />
      <FactsSection detail={detail} onLeave={() => setAct('leave')} />
      <BasesSection detail={detail} onPurge={() => go({ name: 'purge' })} />
      <TasksSection detail={detail} />
      <VerificationsSection detail={detail} onVerify={() => setAct('verify')} />
      <PersonLog detail={detail} />
      {act ? <PersonDialog act={act} company={company} detail={detail} onClose={() => setAct(null)} /> : null}
    </Page>
  )
}

function OfCompany({ company, id }: { company: Company; id: PersonId }) {
  const { data, error } = useEngineQuery('people.show', { company: company.id, person: id })
  if (!data) return error ? <ErrorNotice error={error} /> : <Loading />
  return <Sheet company={company} detail={data} />
}

/** 個人票: everything about one person, without the number. */
export function Person({ id }: { id: PersonId }) {
  return <WithCompany>{(company) => <OfCompany company={company} id={id} />}</WithCompany>
}
