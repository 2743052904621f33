import { DefinitionList } from '@/components/ui/definition-list'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { GAINS } from '@/lib/partners/rules'

interface Props {
  partner: { expects: string; brings: string; gains: string[]; gainNote: string }
}

/** What an organisation expects, brings and gains, in its own words. */
export function GiveAndGain({ partner: { expects, brings, gains, gainNote } }: Props) {
  const t = useTranslations('engagement')
  const format = useFormatter()
  const named = GAINS.filter((gain) => gains.includes(gain)).map((gain) => t(`gains.${gain}`))
  const open = <span className="muted">{t('sheet.open-yet')}</span>
  return (
    <DefinitionList
      items={[
        { term: t('sheet.expects'), value: expects || open },
        { term: t('sheet.brings'), value: brings || open },
        {
          term: t('sheet.gains'),
          value:
            named.length === 0 && !gainNote ? (
              open
            ) : (
              <>
                {named.length > 0 && <p>{format.list(named, { type: 'conjunction' })}</p>}
                {gainNote && <p>{gainNote}</p>}
              </>
            ),
        },
      ]}
    />
  )
}
