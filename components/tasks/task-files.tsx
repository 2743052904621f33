import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from '@/lib/i18n/server'

interface Props {
  files: readonly { id: string; fileName: string; fileSize: number }[]
  /** Where they are handed out, without the last part. */
  home: string
  /** What stands beside a file, by its id and name. */
  aside?: (id: string, name: string) => ReactNode
}

/** Files of a task, to be taken along. */
export function TaskFiles({ files, home, aside }: Props) {
  const t = useTranslations('evidence')
  const format = useFormatter()
  if (files.length === 0) return null
  return (
    <ul role="list" className="task-files">
      {files.map(({ id, fileName, fileSize }) => (
        <li key={id} className="row">
          <span>
            <a href={`${home}/${id}`} download={fileName} className="evidence-link">
              {fileName}
            </a>{' '}
            <span className="muted small">
              {t('kilobytes', { size: format.number(Math.ceil(fileSize / 1024)) })}
            </span>
          </span>
          {aside?.(id, fileName)}
        </li>
      ))}
    </ul>
  )
}
