import { sayDue, sayWho } from '@/components/tasks/task-words'
import { HandBackTask, TickTask } from '@/components/tasks/tick-task'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import type { FormState } from '@/lib/forms/state'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { MyTask } from '@/lib/my/data'
import { move } from '../regions/[region]/tasks/actions'

interface CardProps {
  mine: MyTask
  userId: string
  initial: FormState | undefined
}

/** A task that waits for the reader: what, by when, and the press that says it is done. */
export function MyTaskCard({ mine, userId, initial }: CardProps) {
  const t = useTranslations('tasks')
  const words = useTranslations('words')
  const format = useFormatter()
  const { task, region, step, role, partnerId, today } = mine
  const due = sayDue(task, today, t, format)
  const part = task.parts.find((one) => one.partnerId === partnerId)
  const isMine = role === 'partner' || (task.forKind === 'coordinator' && task.state === 'open')
  const partner = role === 'partner' ? (partnerId ?? '') : ''
  const which = {
    ...{ regionId: region.id, id: task.id, title: task.title, partner },
    who: part?.partner ?? region.name,
    version: partner ? (part?.version ?? 0) : task.version,
  }
  return (
    <li className="card my-card" data-part={step?.part}>
      <p className="muted small">
        {step
          ? t('card.placeStep', { region: region.name, n: step.number })
          : t('card.place', { region: region.name })}
      </p>
      <h2>{task.title}</h2>
      {task.doneWhen && <p className="small">{task.doneWhen}</p>}
      <p className="cluster small">
        <span className={due.late ? 'overdue' : 'muted'}>{due.text}</span>
        {part?.person && <Chip>{t('card.for', { partner: part.person })}</Chip>}
        {!isMine && <Chip tone="due">{t(`state.${task.state}`)}</Chip>}
      </p>
      {part?.back === 'again' && (
        <p className="small">{t('waits.again', { reason: part.reason })}</p>
      )}
      {isMine ? (
        <TickTask slug={region.slug} userId={userId} from="/my" which={which} initial={initial} />
      ) : (
        <p className="small">{t('card.check', { who: sayWho(task, t, words) })}</p>
      )}
      {isMine && partner && part && <HandBackTask action={move} which={which} />}
      <div className="cluster">
        <LinkButton href={`/regions/${region.slug}/tasks/${task.id}`} tone="plain">
          {t('card.look')}
          <span className="visually-hidden">: {task.title}</span>
        </LinkButton>
        <LinkButton href={`/regions/${region.slug}/tasks/${task.id}#comments`} tone="plain">
          {t('card.comment')}
          <span className="visually-hidden">: {task.title}</span>
        </LinkButton>
      </div>
    </li>
  )
}
