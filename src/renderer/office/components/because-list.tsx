import type { Because } from '../../../shared/model.ts'
import { useLanguage } from '../state/preferences.tsx'
import { Day } from './day.tsx'
import './because-list.css'

/** How a due date follows: each line with its date, rule and article. */
export function BecauseList(props: { lines: readonly Because[] }) {
  const language = useLanguage()
  return (
    <ol className="mg-because">
      {props.lines.map((line) => (
        <li key={`${line.rule} ${line.date ?? ''} ${line.ja}`}>
          <span>{line[language]}</span>
          <span className="mg-because-source">
            {line.rule}
            {line.article ? `　${line.article}` : null}
            {line.date ? (
              <>
                {'　'}
                <Day iso={line.date} />
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  )
}
