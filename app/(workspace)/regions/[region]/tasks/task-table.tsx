import { sayDue, sayWho } from '@/components/tasks/task-words'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { TaskList } from '@/lib/tasks/data'
import type { Task } from '@/lib/tasks/read'
import { ChooseAll, ChooseBox } from '@/components/choose/choose'

/** Tasks, the most urgent first; on a phone each becomes a small sheet. */
export function TaskTable({ found, home }: { found: TaskList; home: string }) {
  const t = useTranslations('tasks')
  return (
    <Table id="tasks" caption={t('title')} captionHidden stack="early">
      <thead>
        <tr>
          {found.keeps && (
            <th scope="col" className="choose">
              <ChooseAll name="tasks" label={t('chooseAll')} />
            </th>
          )}
          {(['what', 'who', 'state', 'day', 'step'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.tasks.map((task) => (
          <Row key={task.id} {...{ found, task, home }} />
        ))}
      </tbody>
    </Table>
  )
}

function Row({ found, task, home }: { found: TaskList; task: Task; home: string }) {
  const t = useTranslations('tasks')
  const words = useTranslations('words')
  const format = useFormatter()
  const step = found.guide.steps.find(({ slug }) => slug === task.step)
  const due = sayDue(task, found.today, t, format)
  return (
    <tr data-part={step?.part}>
      {found.keeps && (
        <td className="choose">
          <ChooseBox
            name="tasks"
            value={`${task.id}@${task.version}`}
            label={t('choose', { title: task.title })}
          />
        </td>
      )}
      <th scope="row">
        <Link href={`${home}/${task.id}`} className="entry-name">
          {task.title}
        </Link>
      </th>
      <td data-label={t('columns.who')}>{sayWho(task, t, words)}</td>
      <td data-label={t('columns.state')}>
        <StateChip task={task} />
      </td>
      <td data-label={t('columns.day')}>
        <span className={due.late ? 'overdue' : undefined}>{due.text}</span>
      </td>
      <td data-label={step && t('columns.step')}>{step?.number}</td>
    </tr>
  )
}

/** What a task is as a whole; the word carries it, the colour only helps. */
export function StateChip({ task: { state } }: { task: Pick<Task, 'state'> }) {
  const t = useTranslations('tasks')
  const waits = state === 'submitted' || state === 'handed_back' || state === 'proposed'
  return (
    <Chip tone={state === 'done' ? 'good' : waits ? 'due' : 'plain'}>{t(`state.${state}`)}</Chip>
  )
}
