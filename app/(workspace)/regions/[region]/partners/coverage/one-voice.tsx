import { ActionForm } from '@/components/forms/action-form'
import { KeptSelect } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { useTranslations } from '@/lib/i18n/server'
import type { getCoverage } from '@/lib/partners/coverage'
import type { Voice } from '@/lib/partners/voices/rules'
import { change, close, find } from './actions'
import { VoiceFields } from './voice-fields'

type Found = Awaited<ReturnType<typeof getCoverage>>

/** Somebody who is missing; coordinators say who was found, or that the search is over. */
export function OneVoice({ voice, found }: { voice: Voice; found: Found }) {
  const { region, partners, mayKeep } = found
  const t = useTranslations('partners')
  const which = (
    <>
      <input type="hidden" name="regionId" value={region.id} />
      <input type="hidden" name="id" value={voice.id} />
      <input type="hidden" name="version" value={voice.version} />
    </>
  )
  return (
    <li className="stack stack-tight">
      <p>
        <strong>{voice.who}</strong>
        {voice.why && <> – {voice.why}</>}
      </p>
      <p className="muted small">{saySeeker(voice, found, t)}</p>
      {mayKeep && (
        <Disclosure summary={t('voices.more', { who: voice.who })}>
          <div className="stack">
            <ActionForm
              action={find}
              requestKey={crypto.randomUUID()}
              className="stack"
              label={t('voices.find', { who: voice.who })}
            >
              {which}
              <KeptSelect id={`found-${voice.id}`} name="partner" label={t('voices.fields.found')}>
                <option value="">{t('fields.choose')}</option>
                {partners.map((partner) => (
                  <option key={partner.id} value={partner.id}>
                    {partner.name}
                  </option>
                ))}
              </KeptSelect>
              <div>
                <Button tone="quiet" size="small">
                  {t('voices.isFound')}
                </Button>
              </div>
            </ActionForm>
            <ActionForm
              action={change}
              requestKey={crypto.randomUUID()}
              className="stack"
              label={t('voices.more', { who: voice.who })}
            >
              {which}
              <VoiceFields id={voice.id} found={found} voice={voice} />
              <div>
                <Button tone="quiet" size="small">
                  {t('voices.save')}
                </Button>
              </div>
            </ActionForm>
            <ActionForm action={close} requestKey={crypto.randomUUID()} label={voice.who}>
              {which}
              <Button tone="plain" size="small">
                {t('voices.close')}
              </Button>
            </ActionForm>
          </div>
        </Disclosure>
      )}
    </li>
  )
}

function saySeeker(
  { seeker }: Voice,
  { partners }: Found,
  t: ReturnType<typeof useTranslations<'partners'>>,
): string {
  if (seeker === '') return t('voices.nobodySeeks')
  if (seeker === 'coordinator') return t('voices.coordinatorSeeks')
  const partner = partners.find(({ id }) => seeker === `partner:${id}`)
  return partner ? t('voices.partnerSeeks', { name: partner.name }) : t('voices.nobodySeeks')
}
