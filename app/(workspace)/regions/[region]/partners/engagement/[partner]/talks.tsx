import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import { NOTE_MONTHS } from '@/lib/candid/engagement/rules'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { remove } from '../actions'
import type { Found } from './found'

/** What was talked about and noted, newest first. */
export function Talks({ found: { region, talks } }: { found: Found }) {
  const t = useTranslations('engagement')
  const format = useFormatter()
  if (talks.length === 0) return <p className="muted">{t('talks.none')}</p>
  return (
    <ul role="list" className="rows">
      {talks.map(({ id, kind, heldOn, people, words, author }) => {
        const day = format.dateTime(fromDay(heldOn), { dateStyle: 'long' })
        return (
          <li key={id} className="stack stack-tight">
            <p className="row">
              <strong>{day}</strong>
              <Chip tone={kind === 'talk' ? 'good' : 'plain'}>{t(`talks.${kind}`)}</Chip>
            </p>
            {people && <p>{people}</p>}
            {words ? (
              <p className="whitespace-pre-line">{words}</p>
            ) : (
              <p className="muted small">{t('talks.noWords', { months: NOTE_MONTHS })}</p>
            )}
            <p className="muted small">{t('talks.by', { who: author ?? t('talks.former') })}</p>
            <Disclosure summary={t('talks.remove', { day })}>
              <ActionForm action={remove} requestKey={crypto.randomUUID()} keepsDraft={false}>
                <input type="hidden" name="regionId" value={region.id} />
                <input type="hidden" name="id" value={id} />
                <p>{t('talks.removeText')}</p>
                <Button tone="danger" size="small">
                  {t('talks.removeNow')}
                </Button>
              </ActionForm>
            </Disclosure>
          </li>
        )
      })}
    </ul>
  )
}
