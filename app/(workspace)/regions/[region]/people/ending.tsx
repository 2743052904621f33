import { ActionForm, type FormAction } from '@/components/forms/action-form'
import { KeptSelect } from '@/components/forms/kept-fields'
import { Button, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { useTranslations } from '@/lib/i18n/server'
import type { Ending } from '@/lib/people/ending'

interface Props {
  found: Ending
  action: FormAction
  isOwn?: boolean
}

/** What happens when somebody leaves or is removed, shown before it does. */
export function EndingPage({ found, action, isOwn = false }: Props) {
  const { region, member } = found
  const t = useTranslations('people')
  const people = `/regions/${region.slug}/people`
  const values = { name: member.name || t('unnamed'), region: region.name }
  const confirm = t(isOwn ? 'leave.confirm' : 'remove.confirm', values)
  return (
    <div className="reading">
      <PageHeader
        eyebrow={<Link href={people}>{t('ending.back', values)}</Link>}
        title={isOwn ? t('leave.title') : t('remove.title', values)}
        lede={t(isOwn ? 'ending.ledeOwn' : 'ending.ledeOther', values)}
      />
      <div className="stack">
        <Card title={t('ending.tasks', { count: found.total })}>
          <OpenTasks found={found} />
        </Card>
        <Card title={t('ending.stays')}>
          <ul className="stack stack-tight">
            <li>{t('ending.history')}</li>
            <li>{t('ending.entries')}</li>
            {member.organisation && (
              <li>{t('ending.organisation', { organisation: member.organisation })}</li>
            )}
          </ul>
        </Card>
        <Card title={t('ending.ends')}>
          <ul className="stack stack-tight">
            <li>{t('ending.sight')}</li>
            <li>{t('ending.mail')}</li>
            <li>{t('ending.private')}</li>
          </ul>
        </Card>
        <Card title={confirm}>
          <ActionForm action={action} requestKey={crypto.randomUUID()} className="stack">
            <input type="hidden" name="regionId" value={region.id} />
            {!isOwn && <input type="hidden" name="id" value={member.id} />}
            <Following found={found} isOwn={isOwn} />
            <div className="cluster">
              <Button tone="danger">{confirm}</Button>
              <LinkButton href={people} tone="quiet">
                {t('ending.stay')}
              </LinkButton>
            </div>
          </ActionForm>
        </Card>
      </div>
    </div>
  )
}

function OpenTasks({ found: { tasks, total, region } }: { found: Ending }) {
  const t = useTranslations('people')
  if (total === 0) return <p className="muted">{t('ending.noTasks')}</p>
  return (
    <ul className="stack stack-tight">
      {tasks.map(({ id, title }) => (
        <li key={id}>
          <Link href={`/regions/${region.slug}/tasks/${id}`}>{title}</Link>
        </li>
      ))}
      {total > tasks.length && <li>{t('ending.more', { count: total - tasks.length })}</li>}
    </ul>
  )
}

/** Who goes on: another coordinator after the last one, else who takes the tasks over. */
function Following({ found, isOwn }: { found: Ending; isOwn: boolean }) {
  const { member, heirs, successors, isLast, total } = found
  const t = useTranslations('people')
  const people = (all: Ending['heirs']) =>
    all.map(({ id, name, organisation }) => (
      <option key={id} value={id}>
        {[name || t('unnamed'), organisation].filter(Boolean).join(', ')}
      </option>
    ))
  if (isLast && !isOwn) {
    return <p>{t('ending.lastRemoved', { name: member.name || t('unnamed') })}</p>
  }
  if (isLast && successors.length === 0) return <p>{t('ending.alone')}</p>
  if (isLast) {
    return (
      <KeptSelect
        name="successor"
        label={t('ending.successor')}
        hint={t('ending.successorHint')}
        defaultValue=""
        required
      >
        <option value="">{t('ending.choose')}</option>
        {people(successors)}
      </KeptSelect>
    )
  }
  if (total === 0 || heirs.length === 0) return null
  return (
    <KeptSelect name="heir" label={t('ending.heir')} defaultValue="">
      <option value="">
        {member.organisation
          ? t('ending.heirOrganisation', { organisation: member.organisation })
          : t('ending.heirCoordinators')}
      </option>
      {people(heirs)}
    </KeptSelect>
  )
}
