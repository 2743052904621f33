import { ActionForm } from '@/components/forms/action-form'
import { KeptText } from '@/components/forms/kept-fields'
import { PartFields, type WhichPart } from '@/components/tasks/tick-task'
import { Button } from '@/components/ui/button'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { Task, TaskPart } from '@/lib/tasks/read'
import { decline, move, take } from './actions'

interface Props {
  task: Task
  part: TaskPart | undefined
  /** Buttons only, for a card among many: what needs a word is done on the task's own page. */
  short?: boolean
}

/** What a coordinator can do next about one organisation's part, or a task of their own. */
export function PartMoves({ task, part, short = false }: Props) {
  const t = useTranslations('tasks')
  if (task.archived || task.state === 'declined') return null
  if (task.state === 'proposed') return <ProposalMoves task={task} short={short} />
  // Organisations that are asked by name have parts; without one there is nobody to speak for.
  if (!part && task.forKind === 'partners') return null
  const which = whichPart(task, part)
  const state = part?.state ?? task.state
  const asks = state === 'submitted' && !short
  return (
    <ActionForm
      action={move}
      requestKey={crypto.randomUUID()}
      className="stack part-moves"
      label={t('move.label', { title: task.title, who: which.who })}
    >
      <PartFields which={which} />
      {asks && (
        <KeptText
          id={`${task.id}-${which.partner}-again`}
          name="reason"
          label={t('move.againReason')}
          maxLength={500}
          autoComplete="off"
        />
      )}
      <div className="cluster">
        {state === 'submitted' && <MoveButton move="accept" task={task} />}
        {asks && <MoveButton move="again" task={task} quiet />}
        {part?.back === 'later' && part.proposedDueOn && <GrantButton day={part.proposedDueOn} />}
        {(state === 'open' || state === 'handed_back') && (
          <MoveButton move="tick" task={task} quiet />
        )}
        {(state === 'done' || part?.back === 'not_us') && (
          <MoveButton move="reopen" task={task} quiet />
        )}
      </div>
    </ActionForm>
  )
}

function MoveButton(props: {
  move: 'accept' | 'again' | 'tick' | 'reopen'
  task: Task
  quiet?: boolean
}) {
  const t = useTranslations('tasks')
  const { move: which, task, quiet } = props
  return (
    <Button name="move" value={which} tone={quiet ? 'quiet' : 'primary'} size="small">
      {t(which === 'tick' ? 'move.tickOff' : `move.${which}`)}
      <span className="visually-hidden">: {task.title}</span>
    </Button>
  )
}

function GrantButton({ day }: { day: string }) {
  const t = useTranslations('tasks')
  const format = useFormatter()
  return (
    <Button name="move" value="grant" size="small">
      {t('move.grant', { day: format.dateTime(fromDay(day), { dateStyle: 'medium' }) })}
    </Button>
  )
}

function ProposalMoves({ task, short }: { task: Task; short: boolean }) {
  const t = useTranslations('tasks')
  return (
    <div className="stack part-moves">
      <ActionForm action={take} requestKey={crypto.randomUUID()}>
        <WhichTask task={task} />
        <Button size="small">
          {t('proposal.take')}
          <span className="visually-hidden">: {task.title}</span>
        </Button>
      </ActionForm>
      {!short && (
        <ActionForm action={decline} requestKey={crypto.randomUUID()} className="stack">
          <WhichTask task={task} />
          <KeptText
            id={`${task.id}-decline`}
            name="reason"
            label={t('proposal.reason')}
            maxLength={500}
            autoComplete="off"
          />
          <div>
            <Button size="small" tone="quiet">
              {t('proposal.decline')}
            </Button>
          </div>
        </ActionForm>
      )}
    </div>
  )
}

/** Names the task and the version the reader saw. */
export function WhichTask({ task }: { task: Task }) {
  return (
    <>
      <input type="hidden" name="regionId" value={task.regionId} />
      <input type="hidden" name="id" value={task.id} />
      <input type="hidden" name="version" value={task.version} />
    </>
  )
}

export function whichPart(task: Task, part: TaskPart | undefined): WhichPart {
  const { regionId, id, title } = task
  return {
    ...{ regionId, id, title, partner: part?.partnerId ?? '', who: part?.partner ?? '' },
    version: part?.version ?? task.version,
  }
}
