import { Card } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { Link } from '@/components/ui/link'
import { findItem, findMilestone } from '@/lib/guidebook/rules'
import { useTranslations } from '@/lib/i18n/server'
import { placeOfEntry } from '@/lib/journey/own/rules'
import type { FoundTask } from '@/lib/tasks/data'

/** What a task serves, where it comes from, and how it is closed. */
export function TaskFacts({ found: { region, guide, task } }: { found: FoundTask }) {
  const t = useTranslations('tasks')
  const step = guide.steps.find(({ slug }) => slug === task.step)
  const entry = task.entry
    ? (findItem(guide, task.entry)?.item.label ?? findMilestone(guide, task.entry)?.milestone.title)
    : null
  const serves = step && (
    <Link
      href={
        entry && task.entry
          ? placeOfEntry(region.slug, task.entry)
          : `/regions/${region.slug}/steps/${step.slug}`
      }
    >
      {entry ?? step.title}
    </Link>
  )
  return (
    <Card title={t('one.facts')}>
      <DefinitionList
        items={[
          { term: t('one.serves'), value: serves },
          {
            term: t('one.link'),
            value: task.link && (
              <a href={task.link} rel="noreferrer nofollow">
                {new URL(task.link).host}
              </a>
            ),
          },
        ]}
      />
      {task.proposedBy && <p>{t('one.proposedBy', { partner: task.proposedBy })}</p>}
      {task.state === 'declined' && <p>{t('one.declined', { word: task.word })}</p>}
      {task.repeatMonths && <p>{t('repeats', { months: task.repeatMonths })}</p>}
      {task.skipCheck && <p>{t('skipsCheck')}</p>}
    </Card>
  )
}
