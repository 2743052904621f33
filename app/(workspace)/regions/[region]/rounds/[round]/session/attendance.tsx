import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { Attendee, FoundSession } from '@/lib/consensus/data'
import { useTranslations } from '@/lib/i18n/server'
import { sendOut } from '../../session/actions'

/** Who is in the room; afterwards how many of which organisation were. */
export function Attendance({ found }: { found: FoundSession }) {
  const t = useTranslations('session')
  const words = useTranslations('words')
  const { people, room } = found
  const isOver = room.phase === 'ended'
  const organisations = Map.groupBy(people, ({ organisation }) => organisation)
  return (
    <Card title={t('control.people')} aside={<span className="muted">{people.length}</span>}>
      {people.length === 0 && <p>{t('control.nobody')}</p>}
      <ul className="rows session-people">
        {[...organisations].map(([organisation, own]) => (
          <li key={organisation} className="session-organisation">
            <p>
              <strong>{organisation}</strong>{' '}
              <span className="muted">
                {words(`sector.${(own[0]?.sector ?? 'public') as 'public'}`)}
                {isOver && ` · ${own.length}`}
              </span>
            </p>
            {!isOver && own.map((person) => <Person key={person.id} {...{ found, person }} />)}
          </li>
        ))}
      </ul>
      <p className="muted small">{t('control.peopleNote')}</p>
    </Card>
  )
}

function Person({ found, person }: { found: FoundSession; person: Attendee }) {
  const t = useTranslations('session')
  return (
    <div className="session-person">
      <span>{person.name}</span>
      <ActionForm
        action={sendOut}
        requestKey={crypto.randomUUID()}
        tells={false}
        keepsDraft={false}
      >
        <input type="hidden" name="regionId" value={found.region.id} />
        <input type="hidden" name="id" value={found.id} />
        <input type="hidden" name="person" value={person.id} />
        <Button tone="plain" size="small" aria-label={t('control.outOf', { name: person.name })}>
          {t('control.out')}
        </Button>
      </ActionForm>
    </div>
  )
}
