import { ActionForm } from '@/components/forms/action-form'
import { KeptCheckbox, KeptSelect } from '@/components/forms/kept-fields'
import { Button, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { getSessionDesk } from '@/lib/consensus/data'
import { orNotFound } from '@/lib/forms/or-not-found'
import { asLocale, LOCALES, nameOfLocale } from '@/lib/i18n/locales'
import { getLocale, getTranslations } from '@/lib/i18n/server'
import { open } from '../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('session'))('new.title') }
}

/** What a session is about; `?step=` ticks steps beforehand. */
export default async function NewSessionPage(
  props: PageProps<'/regions/[region]/rounds/session/new'>,
) {
  const [{ region: slug }, { step }, viewer, locale, t, forms] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getLocale(),
    getTranslations('session'),
    getTranslations('forms'),
  ])
  const { region, steps } = await orNotFound(getSessionDesk(viewer, slug, locale))
  const home = `/regions/${region.slug}/rounds`
  const chosen = new Set([step].flat())
  return (
    <div className="reading">
      <PageHeader
        eyebrow={<Link href={`/regions/${region.slug}`}>{region.name}</Link>}
        title={t('new.title')}
        lede={t('new.lede')}
      />
      <Card>
        <ActionForm action={open} requestKey={crypto.randomUUID()} className="stack">
          <input type="hidden" name="regionId" value={region.id} />
          <fieldset className="choices">
            <legend>{t('new.steps')}</legend>
            <p className="field-hint">{t('new.stepsHint')}</p>
            {steps.map(({ slug: value, number, title }) => (
              <KeptCheckbox
                key={value}
                id={`steps-${value}`}
                name="steps"
                value={value}
                label={`${number}. ${title}`}
                defaultChecked={chosen.has(value)}
              />
            ))}
          </fieldset>
          <KeptSelect
            name="language"
            label={t('new.language')}
            hint={t('new.languageHint')}
            defaultValue={asLocale(locale)}
          >
            {LOCALES.map((one) => (
              <option key={one} value={one} lang={one}>
                {nameOfLocale(one)}
              </option>
            ))}
          </KeptSelect>
          <p className="muted">{t('new.valid')}</p>
          <div className="cluster">
            <Button>{t('new.open')}</Button>
            <LinkButton tone="plain" href={home}>
              {forms('cancel')}
            </LinkButton>
          </div>
        </ActionForm>
      </Card>
    </div>
  )
}
