import { AnswerSheet } from '@/components/assessment/answer-sheet'
import '@/components/assessment/answering.css'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { getSheet } from '@/lib/assessment/answering'
import { minutesFor } from '@/lib/assessment/dates/rules'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getFormatter, getLocale, getTranslations } from '@/lib/i18n/server'
import { send } from './actions'
import { Notice } from './notice'
import { PlainForm } from './plain-form'
import { listScreens, sheetWords } from './words'

export async function generateMetadata() {
  return { title: (await getTranslations('answering'))('title') }
}

export default async function AnswerPage(
  props: PageProps<'/regions/[region]/rounds/[round]/answer'>,
) {
  const [{ region: slug, round: id }, viewer, locale, t, format] = await Promise.all([
    props.params,
    requireViewer(),
    getLocale(),
    getTranslations('answering'),
    getFormatter(),
  ])
  const found = await orNotFound(getSheet(viewer, slug, id, locale))
  const { region, round, asked } = found
  const home = `/regions/${region.slug}/rounds`
  const count = asked.reduce((sum, { statements }) => sum + statements.length, 0)
  const closesOn = round.closesOn
    ? format.dateTime(round.closesOn, { dateStyle: 'long', timeZone: 'UTC' })
    : ''
  return (
    <div className="reading">
      <PageHeader
        eyebrow={<Link href={home}>{region.name}</Link>}
        title={t('headline', { region: region.name })}
        lede={
          round.state === 'open'
            ? t('lede', { count, minutes: minutesFor(count), day: closesOn })
            : t('closed')
        }
      />
      {round.state === 'open' ? (
        <Card>
          <AnswerSheet
            userId={viewer.userId}
            regionId={region.id}
            roundId={id}
            hasAnswered={found.hasAnswered}
            screens={listScreens(t, found)}
            words={sheetWords(t)}
            action={send}
            notice={<Notice message={round.message} hasAnswered={found.hasAnswered} />}
          >
            <PlainForm found={found} />
          </AnswerSheet>
        </Card>
      ) : (
        <p>
          <LinkButton href={`${home}/${id}`}>{t('toResults')}</LinkButton>
        </p>
      )}
    </div>
  )
}
