import { Link } from '@/components/ui/link'
import { useTranslations } from '@/lib/i18n/server'
import type { RegionJourney } from '@/lib/journey/data'

type Props = { found: RegionJourney; id: string; mayTick: boolean }

/** Says that a task for an open item is done; ticking the item stays a person's own press. */
export function ServedLine({ found: { region, served }, id, mayTick }: Props) {
  const t = useTranslations('tasks')
  const task = served.findLast(({ entry }) => entry === id)
  if (!task) return null
  return (
    <p className="note small">
      <Link href={`/regions/${region.slug}/tasks/${task.id}`}>
        {t('served.done', { title: task.title })}
      </Link>
      {mayTick && ` ${t('served.tick')}`}
    </p>
  )
}
