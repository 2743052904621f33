import { ActionForm } from '@/components/forms/action-form'
import { KeptTextArea } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import type { RoundFound } from '@/lib/assessment/data'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { addOutcome, dropOutcome } from '../actions'

interface Props {
  found: RoundFound
  statement: string
  /** The words of the statement, which tell one form from the next. */
  about: string
  /** Tells two forms about the same statement apart. */
  place: 'talk' | 'aim'
}

/** What came of a result so far, and one press to make something of it. */
export function MadeOfIt({ found, statement, about, place }: Props) {
  const t = useTranslations('results')
  const { region, round, talks, makes } = found
  const own = talks.filter((talk) => talk.statement === statement)
  return (
    <div className="stack">
      {own.length > 0 && (
        <ul role="list" className="rows small">
          {own.map((talk) => (
            <li key={talk.id}>
              <Said talk={talk} found={found} />
            </li>
          ))}
        </ul>
      )}
      {makes && (
        <ActionForm
          action={addOutcome}
          requestKey={crypto.randomUUID()}
          label={t('made.label', { about })}
          className="stack no-print"
        >
          <input type="hidden" name="regionId" value={region.id} />
          <input type="hidden" name="id" value={round.id} />
          <input type="hidden" name="statement" value={statement} />
          <p className="cluster">
            <Button name="kind" value="task" size="small" tone="quiet">
              {t('made.task', { proposes: makes === 'proposals' ? 'yes' : 'no' })}
            </Button>
            <Button name="kind" value="talked" size="small" tone="quiet">
              {t('made.talked')}
            </Button>
          </p>
          <Disclosure summary={t('made.words')}>
            <KeptTextArea
              id={`words-${place}-${statement}`}
              name="words"
              label={t('made.wordsLabel')}
              hint={t('made.wordsHint')}
              maxLength={1000}
            />
            <div>
              <Button name="kind" value="comment" size="small" tone="quiet">
                {t('made.comment')}
              </Button>
            </div>
          </Disclosure>
        </ActionForm>
      )}
    </div>
  )
}

function Said({
  talk,
  found: { region, round },
}: {
  talk: RoundFound['talks'][number]
  found: RoundFound
}) {
  const t = useTranslations('results')
  const format = useFormatter()
  const { kind, words, author, createdAt, task } = talk
  const day = format.dateTime(createdAt, { dateStyle: 'medium' })
  return (
    <div>
      <p>
        <span className="muted">
          {t('made.said', { kind, author: author ?? t('made.gone'), day })}
        </span>{' '}
        {task && <Link href={`/regions/${region.slug}/tasks/${task.id}`}>{task.title}</Link>}
      </p>
      {words && <p className="kept-lines">{words}</p>}
      {talk.mayDrop && (
        <ActionForm action={dropOutcome} requestKey={crypto.randomUUID()} className="no-print">
          <input type="hidden" name="regionId" value={region.id} />
          <input type="hidden" name="id" value={round.id} />
          <input type="hidden" name="talk" value={talk.id} />
          <Button tone="plain" size="small">
            {t('made.drop')}
          </Button>
        </ActionForm>
      )}
    </div>
  )
}
