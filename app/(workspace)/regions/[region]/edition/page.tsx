import { StepDiffs } from '@/components/editions/step-diffs'
import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { SelectField } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale, getTranslations, useTranslations } from '@/lib/i18n/server'
import { getMove } from '@/lib/journey/move/data'
import { moveQuerySchema } from '@/lib/journey/move/schema'
import { move as moveAction } from './actions'
import { MoveTable } from './move-table'
import '@/app/(workspace)/admin/editions/editions.css'

export async function generateMetadata() {
  return { title: (await getTranslations('editions'))('move.title') }
}

export default async function MovePage(props: PageProps<'/regions/[region]/edition'>) {
  const [{ region: slug }, query, viewer, locale, t] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getLocale(),
    getTranslations('editions'),
  ])
  const { to } = moveQuerySchema.parse({ to: query.to ?? null })
  const { region, others, move } = await orNotFound(getMove(viewer, slug, locale, to))
  const home = `/regions/${region.slug}`
  const eyebrow = <Link href={home}>{region.name}</Link>
  if (!move) {
    return (
      <PageHeader
        eyebrow={eyebrow}
        title={t('region.line', { number: region.edition })}
        lede={t('move.only')}
      />
    )
  }
  const changed = move.steps.filter(({ before, after }) => before.state !== after.state).length
  return (
    <>
      <PageHeader
        eyebrow={eyebrow}
        title={t('move.headline', { changed, to: move.to })}
        lede={t('move.lede', { region: region.name, from: region.edition })}
      />
      <div className="stack stack-wide">
        {others.length > 1 && <TargetForm others={others} to={move.to} />}
        <Card title={t('move.steps')}>
          <MoveTable move={move} />
          <p>{t('move.kept', { count: move.kept })}</p>
          <p>{t('move.lost', { count: move.lost.length })}</p>
        </Card>
        <StepDiffs steps={move.steps} to={move.to} recorded={move.lost} />
        <Card title={t('move.confirm', { region: region.name, to: move.to })}>
          <p>{t('move.back')}</p>
          <ActionForm action={moveAction} requestKey={crypto.randomUUID()} className="cluster">
            <input type="hidden" name="regionId" value={region.id} />
            <input type="hidden" name="to" value={move.to} />
            <input type="hidden" name="version" value={region.version} />
            <Button>{t('move.do', { to: move.to })}</Button>
          </ActionForm>
        </Card>
      </div>
    </>
  )
}

function TargetForm({ others, to }: { others: number[]; to: number }) {
  const t = useTranslations('editions')
  return (
    <form className="cluster against">
      <SelectField name="to" label={t('move.to')} defaultValue={String(to)} key={to}>
        {others.map((number) => (
          <option key={number} value={number}>
            {t('edition', { number })}
          </option>
        ))}
      </SelectField>
      <Button tone="quiet" size="small">
        {t('move.show')}
      </Button>
    </form>
  )
}
