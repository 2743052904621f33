import { sayDue, sayWho } from '@/components/tasks/task-words'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import type { HandOver } from '@/lib/handover/data'
import { useFormatter, useTranslations } from '@/lib/i18n/server'

/** What was asked of whom and is not done. */
export function OpenTasks({ found: { region, tasks, today } }: { found: HandOver }) {
  const t = useTranslations('handOver')
  const words = useTranslations('words')
  const said = useTranslations('tasks')
  const format = useFormatter()
  const home = `/regions/${region.slug}/tasks`
  const more = (tasks[0]?.total ?? 0) - tasks.length
  return (
    <Card title={t('tasks.title')} aside={<Link href={home}>{t('tasks.all')}</Link>}>
      {tasks.length === 0 && <p className="muted">{t('tasks.none')}</p>}
      {tasks.length > 0 && (
        <ul role="list" className="rows">
          {tasks.map((task) => {
            const due = sayDue(task, today, said, format)
            return (
              <li key={task.id}>
                <p>
                  <Link href={`${home}/${task.id}`}>{task.title}</Link>
                </p>
                <p className="cluster small">
                  <span>{sayWho(task, said, words)}</span>
                  <span className={due.late ? 'overdue' : 'muted'}>{due.text}</span>
                  {task.state !== 'open' && <Chip tone="due">{said(`state.${task.state}`)}</Chip>}
                </p>
              </li>
            )
          })}
        </ul>
      )}
      {more > 0 && <p className="muted small">{t('tasks.more', { count: more })}</p>}
    </Card>
  )
}
