import { notFound } from 'next/navigation'
import { cache } from 'react'
import { listConflictWords, listFormWords, listUnsentWords } from '@/app/(workspace)/form-words'
import { FormsProvider } from '@/components/forms/forms-provider'
import { Unsent } from '@/components/forms/unsent/unsent'
import { TickForm } from '@/components/tasks/tick-task'
import { sayDue } from '@/components/tasks/task-words'
import { TaskFiles } from '@/components/tasks/task-files'
import { TaskPages } from '@/components/tasks/task-pages'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { clientAddress } from '@/lib/auth/client-address'
import { findTaskCard } from '@/lib/auth/task-link'
import { fromDay } from '@/lib/dates/days'
import { readFlash } from '@/lib/evidence/flash'
import { IDLE } from '@/lib/forms/state'
import { getFormatter, getLocale, getTranslations } from '@/lib/i18n/server'
import { getTaskCard } from '@/lib/tasks/card/data'
import { allowsCards } from '@/lib/tasks/card/throttle'
import { waitsForPartner } from '@/lib/tasks/rules'
import { CardWays } from './card-ways'
import './card.css'

type Props = PageProps<'/t/[token]'>

export async function generateMetadata() {
  const t = await getTranslations('card')
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' }
}

/** Whose address it is: looked up once a request, for as many asking as one place may have. */
const find = cache(async (token: string) => {
  const isAllowed = await allowsCards(await clientAddress())
  return (isAllowed && (await findTaskCard(token))) || notFound()
})

/**
 * One task, as a mail leads to it: whoever has its address acts for the person it was mailed to, with
 * this task and nothing beyond. Looking changes nothing, whoever looks.
 */
export default async function CardPage({ params }: Props) {
  const { token } = await params
  const [card, locale, t, tasks, forms, format] = await Promise.all([
    find(token),
    getLocale(),
    getTranslations('card'),
    getTranslations('tasks'),
    getTranslations('forms'),
    getFormatter(),
  ])
  const [found, flash] = await Promise.all([getTaskCard(card, locale), readFlash(card.taskId)])
  const { task, part, region, step, serves, organisation, files } = found
  const due = sayDue(task, found.today, tasks, format)
  const which = { id: task.id, title: task.title, partner: 'card', who: organisation }
  const url = `/api/card/${token}`
  const isOpen = part ? waitsForPartner(part) : true
  const help = files.filter(({ partnerId }) => partnerId === null)
  const day = part?.proposedDueOn
    ? format.dateTime(fromDay(part.proposedDueOn), { dateStyle: 'medium' })
    : ''
  return (
    <div className="reading task-mail" data-part={step?.part}>
      <Unsent owner={url} words={listUnsentWords(forms)} />
      <PageHeader
        eyebrow={`${region.name} · ${organisation}`}
        title={task.title}
        lede={task.doneWhen}
      >
        <p className="cluster">
          <span className={due.late ? 'overdue' : 'muted'}>{due.text}</span>
          {part && !isOpen && <Chip tone="due">{tasks(`part.${part.back || 'submitted'}`)}</Chip>}
        </p>
        {serves && <p className="muted small">{t('serves', { what: serves })}</p>}
        {task.link && (
          <p>
            <a href={task.link} rel="noreferrer nofollow">
              {new URL(task.link).host}
            </a>
          </p>
        )}
        <TaskFiles files={help} home={url} />
        <TaskPages pages={found.pages} />
      </PageHeader>
      {part?.back === 'again' && (
        <Notice tone="attention" title={tasks('waits.again', { reason: part.reason })} />
      )}
      <FormsProvider
        userId={url}
        words={listFormWords(forms)}
        conflictWords={listConflictWords(forms)}
      >
        <Card>
          {isOpen ? (
            <TickForm {...{ url, which, owner: url }} initial={flash?.state ?? IDLE}>
              <input type="hidden" name="version" value={part?.version ?? 0} />
            </TickForm>
          ) : (
            <p>
              {tasks(`waits.${part?.back || 'submitted'}`, { reason: part?.reason ?? '', day })}
            </p>
          )}
        </Card>
        <CardWays {...{ url, found, isOpen }} />
      </FormsProvider>
      <p className="small">
        <Link href={`/regions/${region.slug}/tasks/${task.id}`}>{t('more')}</Link>
      </p>
    </div>
  )
}
