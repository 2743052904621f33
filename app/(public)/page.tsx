import { getLocale, getTranslations } from '@/lib/i18n/server'
import { JourneyLine } from '@/components/journey/journey-line'
import type { StationState } from '@/components/journey/station'
import { toStations } from '@/components/journey/to-stations'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { arrivalOf } from '@/lib/auth/arrival/rules'
import { currentViewer } from '@/lib/auth/current'
import { getLatestGuide } from '@/lib/guidebook/data'

/** How a journey may look: the drawing shows all five states. */
const EXAMPLE: [StationState, number][] = [
  ['sustained', 100],
  ['confirmed', 100],
  ['confirmed', 100],
  ['reached', 90],
  ['in_progress', 55],
  ['in_progress', 20],
  ['not_started', 0],
  ['not_started', 0],
]

export default async function LandingPage() {
  const locale = await getLocale()
  const [viewer, t, shell, words, guide] = await Promise.all([
    currentViewer(),
    getTranslations('landing'),
    getTranslations('shell'),
    getTranslations('words'),
    getLatestGuide(locale),
  ])
  const example = guide.steps.map(({ slug, number }, index) => {
    const [state, progress] = EXAMPLE[index] ?? ['not_started', 0]
    return {
      slug,
      number,
      state,
      progress,
      flags: [],
      reachedSince: null,
      confirmedSince: null,
      missing: 0,
    }
  })
  return (
    <>
      <PageHeader
        title={t('title')}
        lede={t('lede')}
        actions={
          <>
            <LinkButton href={viewer ? arrivalOf(viewer) : '/sign-in'}>
              {viewer ? shell('goOn') : t('signIn')}
            </LinkButton>
            <LinkButton href="/about" tone="quiet">
              {t('about')}
            </LinkButton>
          </>
        }
      />
      <JourneyLine
        stations={toStations(guide, example, words)}
        labels={{ title: t('lineTitle'), parts: guide.parts }}
      />
      <div className="thirds">
        {(['coordinator', 'partner', 'programme'] as const).map((who) => (
          <Card key={who} title={t(`${who}.title`)}>
            <p>{t(`${who}.text`)}</p>
          </Card>
        ))}
      </div>
    </>
  )
}
