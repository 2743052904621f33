import { ActionForm } from '@/components/forms/action-form'
import { Button, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale, getTranslations } from '@/lib/i18n/server'
import { getTaskDesk } from '@/lib/tasks/data'
import { add, propose } from '../actions'
import { AskingFields, ContentFields } from '../task-fields'
import '../tasks.css'

export async function generateMetadata() {
  return { title: (await getTranslations('tasks'))('new.title') }
}

export default async function NewTaskPage(props: PageProps<'/regions/[region]/tasks/new'>) {
  const [{ region: slug }, asked, viewer, locale, t, forms] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getLocale(),
    getTranslations('tasks'),
    getTranslations('forms'),
  ])
  const desk = await orNotFound(getTaskDesk(viewer, slug, locale))
  const { region, keeps } = desk
  const home = `/regions/${region.slug}/tasks`
  const serves = typeof asked.for === 'string' ? asked.for : ''
  return (
    <div className="reading">
      <PageHeader
        eyebrow={
          <Link href={home}>
            {region.name} · {t('title')}
          </Link>
        }
        title={t(keeps ? 'new.title' : 'new.propose')}
        lede={t(keeps ? 'new.lede' : 'new.proposeLede')}
      />
      <Card>
        <ActionForm
          action={keeps ? add : propose}
          requestKey={crypto.randomUUID()}
          className="stack"
        >
          <input type="hidden" name="regionId" value={region.id} />
          <ContentFields desk={desk} task={null} serves={serves} />
          {keeps && <AskingFields desk={desk} task={null} />}
          <div className="cluster">
            <Button>{t(keeps ? 'add' : 'propose')}</Button>
            <LinkButton tone="plain" href={home}>
              {forms('cancel')}
            </LinkButton>
          </div>
        </ActionForm>
      </Card>
    </div>
  )
}
