import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { getPartner } from '@/lib/partners/data'
import type { OwnRelation } from '@/lib/relations/of-partner'
import { add, change, end } from '../network/actions'
import { RelationFields } from '../network/relation-fields'

type Found = Awaited<ReturnType<typeof getPartner>>

/** Whom an organisation knows, works with and funds, and what used to be. */
export function Relations({ found }: { found: Found }) {
  const { region, partner, relations, today } = found
  const { open, ended, others } = relations
  const t = useTranslations('network')
  const list = (all: OwnRelation[]) => (
    <ul role="list" className="rows">
      {all.map((relation) => (
        <One key={relation.id} relation={relation} found={found} />
      ))}
    </ul>
  )
  return (
    <Card
      title={t('own.title')}
      id="relations"
      aside={
        <Link
          className="small"
          href={`/regions/${region.slug}/partners/network?${new URLSearchParams({ q: partner.name })}`}
        >
          {t('own.toMap')}
        </Link>
      }
    >
      {open.length === 0 ? <p className="muted">{t('own.none')}</p> : list(open)}
      {ended.length > 0 && (
        <Disclosure summary={t('own.ended', { count: ended.length })}>{list(ended)}</Disclosure>
      )}
      {others.length > 0 && (
        <Disclosure summary={t('own.add')} open={open.length === 0 && !found.mayKeep}>
          <ActionForm
            action={add}
            requestKey={crypto.randomUUID()}
            className="stack"
            label={t('own.add')}
          >
            <input type="hidden" name="regionId" value={region.id} />
            <input type="hidden" name="one" value={partner.id} />
            <RelationFields id="relation-new" others={others} today={today} />
            <div>
              <Button tone="quiet">{t('add.save')}</Button>
            </div>
          </ActionForm>
        </Disclosure>
      )}
    </Card>
  )
}

function One({ relation, found }: { relation: OwnRelation; found: Found }) {
  const { region, partner } = found
  const { said, other, since, endedOn, mayChange } = relation
  const t = useTranslations('network')
  const format = useFormatter()
  const day = (iso: string) => format.dateTime(fromDay(iso), { dateStyle: 'medium' })
  return (
    <li className="stack stack-tight">
      <p>
        {t(`said.${said}`)}{' '}
        <Link href={`/regions/${region.slug}/partners/${other.id}`}>{other.name}</Link>{' '}
        <span className="muted small">
          {endedOn === null
            ? t('own.since', { since: day(since) })
            : t('own.until', { since: day(since), endedOn: day(endedOn) })}
        </span>
      </p>
      {mayChange && !partner.archived && <Correct relation={relation} found={found} />}
    </li>
  )
}

function Correct({ relation, found }: { relation: OwnRelation; found: Found }) {
  const { id, said, other, since, endedOn, version } = relation
  const t = useTranslations('network')
  const name = { said: t(`said.${said}`), name: other.name }
  const which = (
    <>
      <input type="hidden" name="regionId" value={found.region.id} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  )
  const one = <input type="hidden" name="one" value={found.partner.id} />
  return (
    <Disclosure
      summary={
        <>
          {t('own.correct')}
          <span className="visually-hidden">: {`${name.said} ${name.name}`}</span>
        </>
      }
    >
      <div className="stack">
        <ActionForm
          action={change}
          requestKey={crypto.randomUUID()}
          className="stack"
          label={t('own.correctWhat', name)}
        >
          {which}
          {one}
          <RelationFields id={id} relation={relation} today={found.today} />
          <div>
            <Button tone="quiet">{t('own.save')}</Button>
          </div>
        </ActionForm>
        {endedOn === null ? (
          <ActionForm action={end} requestKey={crypto.randomUUID()} className="cluster">
            {which}
            <Button tone="plain" size="small" name="how" value="over">
              {t('own.over')}
            </Button>
            <Button tone="plain" size="small" name="how" value="never">
              {t('own.never')}
            </Button>
          </ActionForm>
        ) : (
          <ActionForm action={change} requestKey={crypto.randomUUID()}>
            {which}
            {one}
            <input type="hidden" name="said" value={said} />
            <input type="hidden" name="since" value={since} />
            <input type="hidden" name="endedOn" value="" />
            <Button tone="plain" size="small">
              {t('own.again')}
            </Button>
          </ActionForm>
        )}
      </div>
    </Disclosure>
  )
}
