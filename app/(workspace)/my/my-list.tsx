import { Disclosure } from '@/components/ui/disclosure'
import type { Flash } from '@/lib/evidence/flash'
import { useTranslations } from '@/lib/i18n/server'
import type { AskedRound } from '@/lib/my/asked-rounds'
import type { MyCard, MyTask } from '@/lib/my/data'
import { MyCardItem } from './my-card'
import { MyTaskCard } from './my-task'
import { RoundCard } from './round-card'

/** The dozen most urgent; the rest is one press away, so that ten minutes stay enough. */
const MOST = 12

interface Props {
  rounds: AskedRound[]
  cards: MyCard[]
  tasks: MyTask[]
  userId: string
  /** What became of a tick-off that was sent as plain HTML a moment ago. */
  flash: Flash | null
}

/** All that waits for the reader: what they are asked, then items and tasks, the most urgent first. */
export function MyList({ rounds, cards, tasks, userId, flash }: Props) {
  const t = useTranslations('my')
  const entries = [
    ...tasks.map((mine) => ({
      day: mine.task.dueOn,
      card: (
        <MyTaskCard
          key={mine.task.id}
          mine={mine}
          userId={userId}
          initial={flash?.entry === mine.task.id ? flash.state : undefined}
        />
      ),
    })),
    ...cards.map((card) => ({
      day: card.dueOn,
      card: <MyCardItem key={`${card.region.id}-${card.id}`} card={card} />,
    })),
  ].sort((a, b) => (a.day ?? '9999').localeCompare(b.day ?? '9999'))
  const hidden = entries.slice(MOST)
  return (
    <div className="stack">
      <ul role="list" className="my-cards">
        {rounds.map((round) => (
          <RoundCard key={round.id} round={round} />
        ))}
        {entries.slice(0, MOST).map(({ card }) => card)}
      </ul>
      {hidden.length > 0 && (
        <Disclosure summary={t('more', { count: hidden.length })}>
          <ul role="list" className="my-cards">
            {hidden.map(({ card }) => card)}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
