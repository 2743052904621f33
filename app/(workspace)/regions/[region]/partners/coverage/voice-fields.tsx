import { KeptSelect, KeptText } from '@/components/forms/kept-fields'
import { useTranslations } from '@/lib/i18n/server'
import type { getCoverage } from '@/lib/partners/coverage'

type Found = Awaited<ReturnType<typeof getCoverage>>

/** Who is missing, why, and who looks for them. */
export function VoiceFields(props: {
  id: string
  found: Found
  voice: { who: string; why: string; seeker: string } | null
}) {
  const { id, found, voice } = props
  const t = useTranslations('partners')
  const words = useTranslations('words')
  return (
    <>
      <KeptText
        id={`who-${id}`}
        name="who"
        label={t('voices.fields.who')}
        hint={t('voices.fields.whoHint')}
        defaultValue={voice?.who}
        maxLength={200}
        required
      />
      <KeptText
        id={`why-${id}`}
        name="why"
        label={t('voices.fields.why')}
        defaultValue={voice?.why}
        maxLength={300}
      />
      <KeptSelect
        id={`seeker-${id}`}
        name="seeker"
        label={t('voices.fields.seeker')}
        defaultValue={voice?.seeker ?? ''}
      >
        <option value="">{t('voices.noSeeker')}</option>
        <option value="coordinator">{words('owner.coordinator')}</option>
        {found.partners.map((partner) => (
          <option key={partner.id} value={`partner:${partner.id}`}>
            {partner.name}
          </option>
        ))}
      </KeptSelect>
    </>
  )
}
