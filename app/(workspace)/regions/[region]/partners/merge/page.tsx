import { z } from 'zod'
import { ActionForm } from '@/components/forms/action-form'
import { Button, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { SelectField } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { inAddress } from '@/lib/forms/fields'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations } from '@/lib/i18n/server'
import { sortPartners } from '@/lib/partners/listing/rules'
import { getMerge } from '@/lib/partners/merge'
import { isLikelySame } from '@/lib/partners/spelling/rules'
import { PartnerFacts } from '../[partner]/partner-facts'
import { merge } from './actions'

const wanted = z.object({ keep: inAddress(z.uuid()), gone: inAddress(z.uuid()) })

/** Pairs shown at most, so that the page stays short. */
const MOST_PAIRS = 10

export async function generateMetadata() {
  return { title: (await getTranslations('register'))('merge.title') }
}

export default async function MergePage({
  params,
  searchParams,
}: PageProps<'/regions/[region]/partners/merge'>) {
  const [{ region: slug }, asked, viewer, t] = await Promise.all([
    params,
    searchParams,
    requireViewer(),
    getTranslations('register'),
  ])
  const { region, partners } = await orNotFound(getMerge(viewer, slug))
  const sorted = sortPartners(partners, 'name')
  const { keep, gone } = wanted.parse({ keep: asked.keep ?? null, gone: asked.gone ?? null })
  const kept = partners.find(({ id }) => id === keep)
  const left = partners.find(({ id }) => id === gone)
  const home = `/regions/${region.slug}/partners`
  const pairs = sorted
    .flatMap((one, index) =>
      sorted
        .slice(index + 1)
        .filter((other) => isLikelySame(one.name, other.name))
        .map((other) => [one, other] as const),
    )
    .slice(0, MOST_PAIRS)
  const select = (name: 'keep' | 'gone', chosen: string | undefined) => (
    <SelectField name={name} label={t(`merge.${name}`)} defaultValue={chosen ?? ''} required>
      <option value="">{t('choice.choose')}</option>
      {sorted.map((partner) => (
        <option key={partner.id} value={partner.id}>
          {partner.name}
        </option>
      ))}
    </SelectField>
  )
  return (
    <>
      <PageHeader
        eyebrow={<Link href={home}>{t('import.back', { region: region.name })}</Link>}
        title={t('merge.title')}
        lede={t('merge.lede')}
      />
      <div className="stack stack-wide">
        {pairs.length > 0 && (
          <Card title={t('merge.likely')}>
            <ul role="list" className="rows">
              {pairs.map(([one, other]) => (
                <li key={`${one.id} ${other.id}`}>
                  <Link href={`${home}/merge?keep=${one.id}&gone=${other.id}`}>
                    {t('merge.pair', { one: one.name, other: other.name })}
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Card title={t('merge.choose')}>
          <form action={`${home}/merge`} className="stack">
            {select('keep', kept?.id)}
            {select('gone', left?.id)}
            {kept && kept === left && <p className="field-error">{t('merge.sameTwice')}</p>}
            <div>
              <Button tone="quiet">{t('merge.look')}</Button>
            </div>
          </form>
        </Card>
        {kept && left && kept !== left && (
          <Card title={t('merge.ready', { keep: kept.name, gone: left.name })}>
            <div className="stack">
              <p>{t('merge.what', { keep: kept.name, gone: left.name })}</p>
              <div className="split split-even">
                <section>
                  <h3>{kept.name}</h3>
                  <PartnerFacts partner={kept} />
                </section>
                <section>
                  <h3>{left.name}</h3>
                  <PartnerFacts partner={left} />
                </section>
              </div>
              <ActionForm action={merge} requestKey={crypto.randomUUID()} className="cluster">
                <input type="hidden" name="regionId" value={region.id} />
                <input type="hidden" name="keep" value={kept.id} />
                <input type="hidden" name="keepVersion" value={kept.version} />
                <input type="hidden" name="gone" value={left.id} />
                <input type="hidden" name="goneVersion" value={left.version} />
                <Button>{t('merge.do')}</Button>
                <LinkButton tone="plain" href={home}>
                  {t('merge.not')}
                </LinkButton>
              </ActionForm>
            </div>
          </Card>
        )}
      </div>
    </>
  )
}
