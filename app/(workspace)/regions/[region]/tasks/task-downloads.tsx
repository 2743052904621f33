import { useTranslations } from '@/lib/i18n/server'
import { addressOf } from './address'

interface Props {
  asked: Parameters<typeof addressOf>[1]
  home: string
}

/** All tasks that fit the list's address, on whichever of its pages, as a file. */
export function TaskDownloads({ asked, home }: Props) {
  const t = useTranslations('taskSheet')
  return (
    <p className="cluster small">
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} href={addressOf(`${home}/export`, asked, { format })}>
          {t(`out.${format}`)}
        </a>
      ))}
    </p>
  )
}
