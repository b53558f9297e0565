import { useEffect, useEffectEvent, useState } from 'react'
import type { Picked } from '../../../../shared/bridge.ts'
import type { Company, Encoding, ImportReport, Mapping } from '../../../../shared/model.ts'
import { engine } from '../../../engine.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { useEngineCall } from '../../state/queries.ts'
import { ColumnStep } from './column-step.tsx'
import { DoneStep } from './done-step.tsx'
import { FileStep } from './file-step.tsx'
import { PreviewStep } from './preview-step.tsx'
import { Steps } from './steps.tsx'

interface Draft {
  readonly file: Picked
  readonly encoding: Encoding
  readonly handle: string
  readonly report: ImportReport
}

/**
 * File → columns → check → done. The number worker keeps the file meanwhile; going back or away tells the engine to let it
 * go, so that no worker with numbers waits for nothing.
 */
export function ImportWizard({ company }: { company: Company }) {
  const [encoding, setEncoding] = useState<Encoding>('auto')
  const [draft, setDraft] = useState<Draft | null>(null)
  const [step, setStep] = useState<'file' | 'columns' | 'preview'>('file')
  const preview = useEngineCall('import.preview')
  const commit = useEngineCall('import.commit')

  const letGo = (): void => {
    if (draft && !commit.data)
      void engine.call('import.cancel', { handle: draft.handle }).catch(() => undefined)
  }
  const onAway = useEffectEvent(letGo)
  useEffect(() => () => onAway(), [])

  const read = (
    file: Picked,
    chosen: Encoding,
    mapping: Mapping | null,
    next: 'columns' | 'preview',
  ): void => {
    letGo()
    preview.mutate(
      { company: company.id, file: file.token, encoding: chosen, mapping },
      {
        onSuccess: ({ handle, report }) => {
          setDraft({ file, encoding: chosen, handle, report })
          setStep(next)
        },
      },
    )
  }
  const again = (): void => {
    letGo()
    setDraft(null)
    setStep('file')
    commit.reset()
    preview.reset()
  }

  const current = commit.data ? 'done' : step
  return (
    <>
      <Steps key={current} current={current} />
      <ErrorNotice error={preview.error ?? commit.error} />
      {current === 'file' ? (
        <FileStep
          encoding={encoding}
          onEncoding={setEncoding}
          busy={preview.isPending}
          onFile={(file) => read(file, encoding, null, 'columns')}
        />
      ) : null}
      {current === 'columns' && draft ? (
        <ColumnStep
          report={draft.report}
          busy={preview.isPending}
          onBack={again}
          onNext={(mapping) => read(draft.file, draft.encoding, mapping, 'preview')}
        />
      ) : null}
      {current === 'preview' && draft ? (
        <PreviewStep
          report={draft.report}
          busy={commit.isPending}
          onBack={() => setStep('columns')}
          onCommit={() => commit.mutate({ handle: draft.handle })}
        />
      ) : null}
      {commit.data ? <DoneStep done={commit.data} onAgain={again} /> : null}
    </>
  )
}
