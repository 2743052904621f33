import { ActionForm } from '@/components/forms/action-form'
import { sayWho } from '@/components/tasks/task-words'
import { HandBackTask, PartFields, TickTask } from '@/components/tasks/tick-task'
import { TaskFiles } from '@/components/tasks/task-files'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { fromDay } from '@/lib/dates/days'
import type { Flash } from '@/lib/evidence/flash'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { isAskedOf } from '@/lib/tasks/access/rules'
import type { FoundTask } from '@/lib/tasks/data'
import type { TaskPart } from '@/lib/tasks/read'
import { isOpenTask, waitsForPartner } from '@/lib/tasks/rules'
import { move } from '../actions'
import { TakeOff } from './take-off'
import { PartMoves, whichPart } from '../part-moves'

interface Props {
  /** `flash`: what became of a tick-off that was sent as plain HTML a moment ago. */
  found: FoundTask & { userId: string; flash: Flash | null }
}

/** Who is asked, how far each has come, and the next move of who is looking. */
export function TaskParts({ found }: Props) {
  const t = useTranslations('tasks')
  const words = useTranslations('words')
  const { task, keeps, own } = found
  const isOwn = own !== null && isAskedOf(task, own)
  const mine = isOwn && !task.parts.some(({ partnerId }) => partnerId === own.id)
  return (
    <div className="rows">
      {task.parts.map((part) => (
        <OnePart key={part.partnerId} {...{ found, part }} />
      ))}
      {task.parts.length === 0 && (
        <div className="task-part">
          <p>{sayWho(task, t, words)}</p>
          {task.word && task.state === 'done' && <p className="muted">{task.word}</p>}
          {keeps && <PartMoves task={task} part={undefined} />}
        </div>
      )}
      {mine && isOpenTask(task.state) && !task.archived && (
        <div className="task-part">
          <TickTask
            {...tickOf(found, own.id)}
            which={{ ...whichPart(task, undefined), partner: own.id, who: own.name, version: 0 }}
          />
        </div>
      )}
    </div>
  )
}

/** Where a tick-off goes and comes back to, with what became of one without scripts. */
function tickOf({ region, task, userId, flash }: Props['found'], partner: string) {
  const initial = flash?.replaces === partner ? flash.state : undefined
  return { slug: region.slug, userId, from: `/regions/${region.slug}/tasks/${task.id}`, initial }
}

function OnePart({ found, part }: Props & { part: TaskPart }) {
  const t = useTranslations('tasks')
  const { task, keeps, own, region } = found
  const files = found.files.filter(({ partnerId }) => partnerId === part.partnerId)
  const isMine = own?.id === part.partnerId && !task.archived && isOpenTask(task.state)
  const which = whichPart(task, part)
  const removable = (attached: string) =>
    keeps ||
    (isMine && part.state !== 'done' && files.some(({ id, mine }) => id === attached && mine))
  return (
    <div className="task-part">
      <p className="cluster">
        <strong>{part.partner}</strong>
        {part.person && <span className="muted">{part.person}</span>}
        <Chip tone={part.state === 'done' ? 'good' : part.state === 'open' ? 'plain' : 'due'}>
          {t(`part.${part.back || (part.state as 'open')}`)}
        </Chip>
      </p>
      {part.note && <p>{part.note}</p>}
      {part.link && (
        <p>
          <a href={part.link} rel="noreferrer nofollow">
            {new URL(part.link).host}
          </a>
        </p>
      )}
      <TaskFiles
        files={files}
        home={`/api/tasks/${region.slug}`}
        aside={(attached, name) => removable(attached) && <TakeOff {...{ task, attached, name }} />}
      />
      <Waits part={part} />
      {isMine && waitsForPartner(part) && (
        <TickTask {...tickOf(found, part.partnerId)} which={which} />
      )}
      {isMine && waitsForPartner(part) && <HandBackTask action={move} which={which} />}
      {isMine && part.state === 'submitted' && (
        <ActionForm action={move} requestKey={crypto.randomUUID()}>
          <PartFields which={which} />
          <Button name="move" value="reopen" tone="quiet" size="small">
            {t('move.takeBack')}
          </Button>
        </ActionForm>
      )}
      {keeps && <PartMoves task={task} part={part} />}
    </div>
  )
}

function Waits({ part }: { part: TaskPart }) {
  const t = useTranslations('tasks')
  const format = useFormatter()
  const { state, back, reason, proposedDueOn } = part
  if (state === 'submitted') return <p className="muted small">{t('waits.submitted')}</p>
  if (!back) return null
  const day = proposedDueOn ? format.dateTime(fromDay(proposedDueOn), { dateStyle: 'medium' }) : ''
  return <p className="small">{t(`waits.${back}`, { reason, day })}</p>
}
