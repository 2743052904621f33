import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { useTranslations } from '@/lib/i18n/server'
import type { getCoverage } from '@/lib/partners/coverage'
import type { SectorVoices } from '@/lib/partners/voices/rules'
import { add, nobody } from './actions'
import { OneVoice } from './one-voice'
import { VoiceFields } from './voice-fields'

type Found = Awaited<ReturnType<typeof getCoverage>>

/** Who is missing in each sector, and who looks for them. */
export function MissingVoices({ found }: { found: Found }) {
  const t = useTranslations('partners')
  return (
    <Card title={t('voices.title')} id="voices">
      <p className="muted">{t('voices.lede')}</p>
      <div className="voices">
        {found.voices.map((voices) => (
          <Sector key={voices.sector} found={found} voices={voices} />
        ))}
      </div>
    </Card>
  )
}

function Sector({ found, voices }: { found: Found; voices: SectorVoices }) {
  const { region, partners, mayKeep, mayAdd } = found
  const { sector, open, nobody: isComplete, answered } = voices
  const t = useTranslations('partners')
  const words = useTranslations('words')
  const name = words(`sector.${sector}`)
  const about = (
    <>
      <input type="hidden" name="regionId" value={region.id} />
      <input type="hidden" name="sector" value={sector} />
    </>
  )
  return (
    <section className="stack stack-tight">
      <h3>{name}</h3>
      {!answered && <p className="muted">{t('voices.unanswered')}</p>}
      {isComplete && <p>{t('voices.nobody')}</p>}
      {open.length > 0 && (
        <ul role="list" className="rows">
          {open.map((voice) => (
            <OneVoice key={voice.id} voice={voice} found={found} />
          ))}
        </ul>
      )}
      {voices.found.map((voice) => (
        <p key={voice.id} className="small">
          {t('voices.found', { who: voice.who })}{' '}
          <Link href={`/regions/${region.slug}/partners/${voice.found}`}>
            {partners.find(({ id }) => id === voice.found)?.name ?? words('owner.formerPartner')}
          </Link>
        </p>
      ))}
      {mayAdd && (
        <Disclosure summary={t('voices.add')}>
          <ActionForm
            action={add}
            requestKey={crypto.randomUUID()}
            className="stack"
            label={t('voices.addIn', { sector: name })}
          >
            {about}
            <VoiceFields id={sector} found={found} voice={null} />
            <div>
              <Button tone="quiet">{t('voices.note')}</Button>
            </div>
          </ActionForm>
        </Disclosure>
      )}
      {mayKeep && open.length === 0 && !isComplete && (
        <ActionForm action={nobody} requestKey={crypto.randomUUID()} label={name}>
          {about}
          <Button tone="plain" size="small">
            {t('voices.sayNobody')}
          </Button>
        </ActionForm>
      )}
    </section>
  )
}
