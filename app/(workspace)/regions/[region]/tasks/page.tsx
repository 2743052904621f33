import { ActionForm } from '@/components/forms/action-form'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getLocale, getTranslations } from '@/lib/i18n/server'
import { listTasks } from '@/lib/tasks/data'
import { taskFilterSchema } from '@/lib/tasks/schema'
import { UndoButton } from '../../../undo-button'
import { changeChosen } from './actions'
import { SuggestedTasks } from './suggested-tasks'
import { TaskBoard } from './task-board'
import { TaskDownloads } from './task-downloads'
import { TaskFilterForm } from './task-filter'
import { TaskPages } from './task-pages'
import { TaskTable } from './task-table'
import { TaskViews } from './task-views'
import { WithChosen } from './with-chosen'
import '../checklists/checklists.css'
import './tasks.css'

export async function generateMetadata() {
  return { title: (await getTranslations('tasks'))('title') }
}

export default async function TasksPage(props: PageProps<'/regions/[region]/tasks'>) {
  const [{ region: slug }, asked, viewer, locale, t, sheet] = await Promise.all([
    props.params,
    props.searchParams,
    requireViewer(),
    getLocale(),
    getTranslations('tasks'),
    getTranslations('taskSheet'),
  ])
  const filter = taskFilterSchema.parse(asked)
  const found = await orNotFound(listTasks(viewer, slug, locale, filter))
  const { region, keeps, proposes, tasks, total } = found
  const { counts } = region
  const home = `/regions/${region.slug}/tasks`
  const addLink = (keeps || proposes) && (
    <>
      <LinkButton href={`${home}/new`}>{t(keeps ? 'add' : 'propose')}</LinkButton>
      {keeps && (
        <LinkButton href={`${home}/import`} tone="quiet">
          {sheet('out.bring')}
        </LinkButton>
      )}
    </>
  )
  const table = <TaskTable found={found} home={home} />
  return (
    <>
      <PageHeader
        eyebrow={<Link href={`/regions/${region.slug}`}>{region.name}</Link>}
        title={t(keeps ? 'headline' : 'headlineRead', counts)}
        lede={t('lede')}
        actions={counts.all > 0 && addLink}
      />
      <div className="stack stack-wide">
        <UndoButton
          entry={found.done}
          regionId={region.id}
          now={found.now}
          subject={found.done?.task ?? ''}
        />
        {counts.all === 0 && filter.state !== 'aside' ? (
          <EmptyState title={t('empty.title')} action={addLink}>
            <p>{t(keeps ? 'empty.text' : 'empty.read')}</p>
          </EmptyState>
        ) : (
          <Card
            title={t('list', { count: total })}
            aside={<TaskViews filter={filter} asked={asked} home={home} />}
          >
            <TaskFilterForm {...{ found, filter, home }} />
            {tasks.length === 0 && <p className="muted">{t('nothingFits')}</p>}
            {tasks.length > 0 && filter.view === 'board' && <TaskBoard found={found} home={home} />}
            {tasks.length > 0 && filter.view === 'list' && !keeps && table}
            {tasks.length > 0 && filter.view === 'list' && keeps && (
              <ActionForm
                action={changeChosen}
                requestKey={crypto.randomUUID()}
                className="stack"
                label={t('several')}
                keepsDraft={false}
              >
                <input type="hidden" name="regionId" value={region.id} />
                {table}
                <WithChosen />
              </ActionForm>
            )}
            {filter.view === 'list' && <TaskPages {...{ filter, asked, home, total }} />}
            <TaskDownloads {...{ asked, home }} />
          </Card>
        )}
        {keeps && <SuggestedTasks desk={found} />}
      </div>
    </>
  )
}
