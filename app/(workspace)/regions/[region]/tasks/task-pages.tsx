import { LinkButton } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'
import { TASKS_ON_A_PAGE } from '@/lib/tasks/listing/rules'
import type { TaskFilter } from '@/lib/tasks/schema'
import { addressOf } from './address'

interface Props {
  filter: TaskFilter
  asked: Parameters<typeof addressOf>[1]
  home: string
  total: number
}

/** The way to the other pages of a long list. */
export function TaskPages({ filter: { page }, asked, home, total }: Props) {
  const t = useTranslations('tasks')
  const pages = Math.ceil(total / TASKS_ON_A_PAGE)
  if (pages <= 1) return null
  const at = (wanted: number) => addressOf(home, asked, { page: String(wanted) })
  return (
    <nav aria-label={t('pages')} className="cluster">
      {page > 1 && (
        <LinkButton tone="quiet" size="small" href={at(page - 1)}>
          {t('earlier')}
        </LinkButton>
      )}
      <span className="muted small">{t('page', { page, pages })}</span>
      {page < pages && (
        <LinkButton tone="quiet" size="small" href={at(page + 1)}>
          {t('later')}
        </LinkButton>
      )}
    </nav>
  )
}
