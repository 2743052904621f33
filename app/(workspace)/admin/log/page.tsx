import { getFormatter, getTranslations, useTranslations } from '@/lib/i18n/server'
import { z } from 'zod'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/current'
import { WITH_ZONE } from '@/lib/dates/rules'
import { orNotFound } from '@/lib/forms/or-not-found'
import { listProgrammeActivity } from '@/lib/people/programme/log'

const HOME = '/admin/log'

type Entry = Awaited<ReturnType<typeof listProgrammeActivity>>['entries'][number]

export async function generateMetadata() {
  return { title: (await getTranslations('admin'))('log.title') }
}

export default async function ProgrammeLogPage(props: PageProps<'/admin/log'>) {
  const [asked, viewer, t, format] = await Promise.all([
    props.searchParams,
    requireViewer(),
    getTranslations('admin'),
    getFormatter(),
  ])
  const before = z.uuid().safeParse(asked.before).data ?? null
  const { entries, more } = await orNotFound(listProgrammeActivity(viewer, { before }))
  return (
    <>
      <PageHeader title={t('log.title')} lede={t('log.lede')} />
      <Card title={t('log.list')}>
        {entries.length === 0 && <p className="muted">{t('log.empty')}</p>}
        <ul role="list" className="rows small">
          {entries.map((entry) => (
            <li key={entry.id} className="row">
              <EntrySentence entry={entry} />
              <time dateTime={entry.at.toISOString()} className="muted">
                {format.dateTime(entry.at, WITH_ZONE)}
              </time>
            </li>
          ))}
        </ul>
        <nav aria-label={t('log.list')} className="cluster">
          {before && (
            <LinkButton tone="quiet" size="small" href={HOME}>
              {t('log.first')}
            </LinkButton>
          )}
          {more && (
            <LinkButton tone="quiet" size="small" href={`${HOME}?before=${more}`}>
              {t('log.next')}
            </LinkButton>
          )}
        </nav>
      </Card>
    </>
  )
}

const KINDS = [
  'role-accepted',
  'role-granted',
  'role-withdrawn',
  'programme-invited',
  'programme-resent',
  'programme-revoked',
  'user-disabled',
  'user-enabled',
  'user-erased',
  'region-created',
  'coordinator-last-left',
  'edition-loaded',
  'rates-set',
] as const

const ROLES = ['staff', 'admin'] as const

function EntrySentence({ entry }: { entry: Entry }) {
  const t = useTranslations('admin')
  const words = useTranslations('words')
  const known = KINDS.find((one) => one === entry.kind.replace('.', '-')) ?? 'other'
  // Who erases their own account is named nowhere.
  const isOwn = known === 'user-erased' && !entry.actor && !entry.isFormer
  const kind = isOwn ? 'user-erased-own' : known
  const role = ROLES.find((one) => one === entry.role)
  return (
    <span>
      {t(`log.kinds.${kind}`, {
        actor: entry.actor ?? t(entry.isFormer ? 'log.former' : 'log.commandLine'),
        subject: entry.subject || t('log.somebody'),
        role: role ? words(`role.${role}`) : '',
      })}
    </span>
  )
}
