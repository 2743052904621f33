import { cache } from 'react'
import { z } from 'zod'
import { ActivityList } from '@/components/activity/activity-list'
import { ActionForm } from '@/components/forms/action-form'
import { sayDue } from '@/components/tasks/task-words'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { Denial } from '@/lib/errors'
import { readFlash } from '@/lib/evidence/flash'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getFormatter, getLocale, getTranslations } from '@/lib/i18n/server'
import { getTask } from '@/lib/tasks/data'
import { UndoButton } from '../../../../undo-button'
import { archive, change, restore } from '../actions'
import { WhichTask } from '../part-moves'
import { AskingFields, ContentFields } from '../task-fields'
import { StateChip } from '../task-table'
import { CommentsCard } from '../../comments/comments-card'
import { TaskFacts } from './task-facts'
import { TaskLinks } from './task-links'
import { TaskShelf } from './task-shelf'
import { TaskParts } from './task-parts'
import '../tasks.css'

type Props = PageProps<'/regions/[region]/tasks/[task]'>

/** One load serves the head and the body of the page. */
const load = cache(async (slug: string, id: string) => {
  const [viewer, locale] = await Promise.all([requireViewer(), getLocale()])
  const isId = z.uuid().safeParse(id).success
  return orNotFound(
    isId ? getTask(viewer, slug, id, locale) : Promise.reject(new Denial('not-found')),
  )
})

export async function generateMetadata({ params }: Props) {
  const { region, task } = await params
  return { title: (await load(region, task)).task.title }
}

export default async function TaskPage({ params }: Props) {
  const [{ region: slug, task: id }, t, forms, format] = await Promise.all([
    params,
    getTranslations('tasks'),
    getTranslations('forms'),
    getFormatter(),
  ])
  const [viewer, loaded, flash] = await Promise.all([
    requireViewer(),
    load(slug, id),
    readFlash(id),
  ])
  const found = { ...loaded, userId: viewer.userId, flash }
  const { region, guide, task, keeps, today } = found
  const home = `/regions/${region.slug}/tasks`
  const due = sayDue(task, today, t, format)
  const step = guide.steps.find((one) => one.slug === task.step)
  return (
    <div data-part={step?.part}>
      <PageHeader
        eyebrow={
          <Link href={home}>
            {region.name} · {t('title')}
          </Link>
        }
        title={task.title}
        lede={task.doneWhen}
      >
        <p className="cluster">
          <StateChip task={task} />
          <span className={due.late ? 'overdue' : 'muted'}>{due.text}</span>
          {task.archived && <span className="muted">{t('one.aside')}</span>}
        </p>
      </PageHeader>
      <div className="split">
        <div className="stack stack-wide">
          <Card title={t('one.parts')}>
            <TaskParts found={found} />
            <UndoButton
              entry={found.activity.find(({ mine, kind }) => mine && kind.startsWith('task.'))}
              regionId={region.id}
              now={found.now}
              subject={task.title}
            />
          </Card>
          <CommentsCard entry={found} viewer={viewer} />
          {keeps && !task.archived && (
            <Card>
              <Disclosure summary={t('one.edit')}>
                <ActionForm action={change} requestKey={crypto.randomUUID()} className="stack">
                  <WhichTask task={task} />
                  <ContentFields desk={found} task={task} />
                  <AskingFields desk={found} task={task} />
                  <div>
                    <Button>{forms('save')}</Button>
                  </div>
                </ActionForm>
              </Disclosure>
            </Card>
          )}
          {keeps && (
            <ActionForm
              key={String(task.archived)}
              action={task.archived ? restore : archive}
              requestKey={crypto.randomUUID()}
            >
              <WhichTask task={task} />
              <Button tone="plain">{t(task.archived ? 'one.restore' : 'one.archive')}</Button>
            </ActionForm>
          )}
        </div>
        <div className="stack stack-wide">
          <TaskFacts found={found} />
          <TaskShelf found={found} />
          <TaskLinks found={found} />
          <Card title={t('one.history')}>
            <ActivityList
              entries={found.activity}
              guide={guide}
              timeZone={region.timeZone}
              now={found.now}
            />
          </Card>
        </div>
      </div>
    </div>
  )
}
