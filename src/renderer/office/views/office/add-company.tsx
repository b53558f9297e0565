import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkCorporateNumber } from '../../../../shared/corporate-number.ts'
import type { Company, CompanyKind, VaultRole } from '../../../../shared/model.ts'
import { containsTwelveDigits } from '../../../../shared/my-number.ts'
import { Dialog } from '../../components/dialog.tsx'
import { PlainField } from '../../components/plain-field.tsx'
import { useEngineCall } from '../../state/queries.ts'
import { TEST_IDS } from '../../test-ids.ts'

const KINDS: readonly CompanyKind[] = ['corporation', 'sole', 'sole-real-estate']
const ROLES: readonly VaultRole[] = ['A', 'B', 'C']

/** The thirteen digits of a corporation; twelve may be a My Number and are dropped when the field is left. */
function CorporateNumberField(props: { value: string; onChange: (value: string) => void; bad: boolean }) {
  const { t } = useTranslation()
  const [refused, setRefused] = useState(false)
  const problem = refused
    ? t('office.companies.corporateNumberIndividual')
    : props.bad
      ? t('office.companies.corporateNumberBad')
      : null
  return (
    <TextInput
      label={t('office.companies.corporateNumber') + t('common.optional')}
      description={t('office.companies.corporateNumberHint')}
      value={props.value}
      error={problem}
      maxLength={20}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => {
        setRefused(false)
        props.onChange(event.currentTarget.value)
      }}
      onBlur={() => {
        if (!containsTwelveDigits(props.value)) return
        setRefused(true)
        props.onChange('')
      }}
    />
  )
}

/** Adds a company. Its file and keys are made by the engine. */
export function AddCompany(props: { onAdded: (company: Company) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const add = useEngineCall('company.add')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<CompanyKind>('corporation')
  const [role, setRole] = useState<VaultRole>('B')
  const [corporateNumber, setCorporateNumber] = useState('')
  const [asked, setAsked] = useState(false)
  const checked = checkCorporateNumber(kind === 'corporation' ? corporateNumber : '')
  const isBad = !checked.ok && checked.reason !== 'empty'

  const submit = (): void => {
    setAsked(true)
    if (name.trim() === '' || isBad) return
    add.mutate(
      { name, kind, role, corporateNumber: checked.ok ? checked.number : null },
      { onSuccess: props.onAdded },
    )
  }
  return (
    <Dialog
      title={t('office.companies.add')}
      onClose={props.onClose}
      submit={t('office.companies.submit')}
      submitTestId={TEST_IDS.companySubmit}
      onSubmit={submit}
      busy={add.isPending}
      error={add.error}
    >
      <PlainField
        label={t('office.companies.name')}
        value={name}
        onChange={setName}
        error={asked && name.trim() === '' ? t('common.required') : null}
        focusFirst
        testId={TEST_IDS.companyName}
      />
      <NativeSelect
        label={t('office.companies.kind')}
        data={KINDS.map((value) => ({ value, label: t(`office.companies.kinds.${value}`) }))}
        value={kind}
        onChange={(event) => setKind(KINDS.find((value) => value === event.currentTarget.value) ?? kind)}
      />
      {kind === 'corporation' ? (
        <CorporateNumberField value={corporateNumber} onChange={setCorporateNumber} bad={asked && isBad} />
      ) : null}
      <NativeSelect
        label={t('office.companies.role')}
        description={t('office.companies.roleHint')}
        data={ROLES.map((value) => ({ value, label: t(`office.companies.roles.${value}`) }))}
        value={role}
        onChange={(event) => setRole(ROLES.find((value) => value === event.currentTarget.value) ?? role)}
      />
    </Dialog>
  )
}
