import { Link } from '@/components/ui/link'
import { useTranslations } from '@/lib/i18n/server'
import type { TaskFilter } from '@/lib/tasks/schema'
import { addressOf } from './address'

interface Props {
  filter: TaskFilter
  asked: Parameters<typeof addressOf>[1]
  home: string
}

/** The same tasks as a list or on a board. */
export function TaskViews({ filter, asked, home }: Props) {
  const t = useTranslations('tasks')
  return (
    <nav aria-label={t('views.label')} className="cluster small">
      {(['list', 'board'] as const).map((view) => (
        <Link
          key={view}
          href={addressOf(home, asked, { view: view === 'list' ? '' : view })}
          aria-current={view === filter.view ? 'true' : undefined}
          className="tab"
        >
          {t(`views.${view}`)}
        </Link>
      ))}
    </nav>
  )
}
