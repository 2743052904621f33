import { ActionForm } from '@/components/forms/action-form'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale, getTranslations } from '@/lib/i18n/server'
import { canPlan } from '@/lib/journey/access/rules'
import { getJourney } from '@/lib/journey/data'
import { filterEntries, listEntries, sortEntries } from '@/lib/journey/listing/rules'
import { entryFilterSchema } from '@/lib/journey/listing/schema'
import { canUndo } from '@/lib/journey/undo/rules'
import { UndoButton } from '../../../undo-button'
import { changeChosen } from './actions'
import './checklists.css'
import { EntryFilterForm } from './entry-filter'
import { EntryTable } from './entry-table'
import { WithChosen } from './with-chosen'

export async function generateMetadata() {
  return { title: (await getTranslations('checklists'))('title') }
}

export default async function ChecklistsPage(props: PageProps<'/regions/[region]/checklists'>) {
  const [{ region: slug }, asked, viewer, locale, t] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getLocale(),
    getTranslations('checklists'),
  ])
  const filter = entryFilterSchema.parse(asked)
  const found = await orNotFound(getJourney(viewer, slug, locale))
  const { region, guide, facts, today, partners, now } = found
  const all = listEntries(guide, facts, found.journey.steps)
  const entries = sortEntries(filterEntries(all, filter, today), filter.sort)
  const open = filterEntries(all, { ...filter, ...NOTHING, standing: 'open' }, today)
  const late = filterEntries(all, { ...filter, ...NOTHING, standing: 'overdue' }, today)
  const home = `/regions/${region.slug}/checklists`
  const plans = canPlan(viewer, region.id)
  const table = <EntryTable {...{ entries, region, partners, today }} chooses={plans} />
  const latest = found.activity.find((entry) => entry.batch !== null && canUndo(entry, now))
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`/regions/${region.slug}`}>{region.name}</Link>}
        title={t('headline', { open: open.length, late: late.length })}
        lede={t(plans ? 'lede' : 'ledeRead')}
      />
      <Card
        title={t('list', { count: entries.length })}
        aside={
          <UndoButton entry={latest} regionId={region.id} now={now} subject={t('lastChange')} />
        }
      >
        <EntryFilterForm {...{ filter, home, guide, partners }} />
        {entries.length === 0 && <p className="muted">{t('nothingFits')}</p>}
        {entries.length > 0 && !plans && table}
        {entries.length > 0 && plans && (
          <ActionForm
            action={changeChosen}
            requestKey={crypto.randomUUID()}
            className="stack"
            label={t('several')}
            keepsDraft={false}
          >
            <input type="hidden" name="regionId" value={region.id} />
            {table}
            <WithChosen partners={partners} />
          </ActionForm>
        )}
        <p className="cluster small">
          <a href={`${home}/export?format=xlsx`}>{t('asSpreadsheet')}</a>
          <a href={`${home}/export?format=csv`}>{t('asCsv')}</a>
          {plans && (
            <LinkButton href={`${home}/import`} tone="plain" size="small">
              {t('bringBack')}
            </LinkButton>
          )}
        </p>
      </Card>
    </>
  )
}

const NOTHING = { q: null, step: null, kind: null, owner: null }
