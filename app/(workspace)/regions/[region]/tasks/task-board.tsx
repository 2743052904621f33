import { sayDue, sayWho } from '@/components/tasks/task-words'
import { Link } from '@/components/ui/link'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { TaskList } from '@/lib/tasks/data'
import type { Task } from '@/lib/tasks/read'
import { TASK_STATES, type TaskState } from '@/lib/tasks/rules'
import { PartMoves } from './part-moves'

/** Tasks in columns by their state; each card moves on by its own buttons. */
export function TaskBoard({ found, home }: { found: TaskList; home: string }) {
  const t = useTranslations('tasks')
  const { tasks, total } = found
  const columns = TASK_STATES.filter(
    (state) => state !== 'declined' || tasks.some((task) => task.state === state),
  )
  return (
    <>
      <div className="task-board">
        {columns.map((state) => (
          <Column key={state} {...{ found, home, state }} />
        ))}
      </div>
      {total > tasks.length && <p className="small muted">{t('boardMost')}</p>}
    </>
  )
}

function Column({ found, home, state }: { found: TaskList; home: string; state: TaskState }) {
  const t = useTranslations('tasks')
  const tasks = found.tasks.filter((task) => task.state === state)
  return (
    <section className="task-column" aria-label={t(`state.${state}`)}>
      <h3>
        {t(`state.${state}`)} <span className="muted">{tasks.length}</span>
      </h3>
      <ul role="list" className="stack">
        {tasks.map((task) => (
          <BoardCard key={task.id} {...{ found, home, task }} />
        ))}
      </ul>
    </section>
  )
}

function BoardCard({ found, home, task }: { found: TaskList; home: string; task: Task }) {
  const t = useTranslations('tasks')
  const words = useTranslations('words')
  const format = useFormatter()
  const due = sayDue(task, found.today, t, format)
  const step = found.guide.steps.find(({ slug }) => slug === task.step)
  return (
    <li className="task-card" data-part={step?.part}>
      <h4>
        <Link href={`${home}/${task.id}`} className="entry-name">
          {task.title}
        </Link>
      </h4>
      <p className="small">{sayWho(task, t, words)}</p>
      <p className={due.late ? 'small overdue' : 'small muted'}>{due.text}</p>
      {found.keeps && task.parts.length <= 1 && (
        <PartMoves task={task} part={task.parts[0]} short />
      )}
    </li>
  )
}
