import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import type { FoundSession } from '@/lib/consensus/data'
import { movesFrom, type Move, type Room } from '@/lib/consensus/room/rules'
import { useTranslations } from '@/lib/i18n/server'
import { pace } from '../../session/actions'
import { Which } from './which'

/** The one thing to do next, and beside it what else can be done. */
export function Pace({ found }: { found: FoundSession }) {
  const t = useTranslations('session')
  const { room, sheets } = found
  const moves = movesFrom(room, sheets.length)
  const first = primaryOf(room)
  return (
    <ActionForm
      action={pace}
      requestKey={crypto.randomUUID()}
      className="cluster session-pace"
      label={t('control.move')}
      keepsDraft={false}
    >
      <Which found={found} />
      {moves.map((move) => (
        <Button key={move} name="move" value={move} tone={move === first ? 'primary' : 'quiet'}>
          {t(`control.moves.${move === 'next' && room.phase !== 'agreed' ? 'skip' : move}`)}
        </Button>
      ))}
    </ActionForm>
  )
}

function primaryOf({ phase }: Room): Move | null {
  if (phase === 'waiting') return 'begin'
  if (phase === 'voting') return 'show'
  return phase === 'agreed' ? 'next' : null
}
