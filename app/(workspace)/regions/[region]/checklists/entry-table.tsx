import { sayOwner } from '@/components/journey/say-owner'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { ListedEntry } from '@/lib/journey/listing/rules'
import { placeOfEntry } from '@/lib/journey/own/rules'
import { ChooseAll, ChooseBox } from '@/components/choose/choose'

interface Props {
  entries: ListedEntry[]
  region: { slug: string }
  partners: { id: string; name: string; sector: string }[]
  today: string
  /** Whether rows can be chosen, for changing several at once. */
  chooses: boolean
}

/** Items and milestones of all steps; on a phone each becomes a small sheet. */
export function EntryTable({ entries, region, partners, today, chooses }: Props) {
  const t = useTranslations('checklists')
  return (
    <Table id="entries" caption={t('title')} captionHidden stack="early">
      <thead>
        <tr>
          {chooses && (
            <th scope="col" className="choose">
              <ChooseAll label={t('chooseAll')} />
            </th>
          )}
          {(['what', 'step', 'state', 'owner', 'day'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id} {...{ entry, region, partners, today, chooses }} />
        ))}
      </tbody>
    </Table>
  )
}

type RowProps = Omit<Props, 'entries'> & { entry: ListedEntry }

function Row({ entry, region, partners, today, chooses }: RowProps) {
  const t = useTranslations('checklists')
  const words = useTranslations('words')
  const format = useFormatter()
  const { id, title, kind, state, owner, number, part, day, since, version } = entry
  const isMilestone = state === 'planned' || state === 'reached'
  const isOpen = state === 'open' || state === 'started' || state === 'planned'
  const say = (iso: string) => format.dateTime(fromDay(iso), { dateStyle: 'medium' })
  const late = isOpen && day !== null && day < today
  return (
    <tr data-part={part}>
      {chooses && (
        <td className="choose">
          <ChooseBox value={`${id}@${version}`} label={t('choose', { title })} />
        </td>
      )}
      <th scope="row">
        <Link href={placeOfEntry(region.slug, id)} className="entry-name">
          {title}
        </Link>{' '}
        {entry.binding && (
          <Chip tone="outline">{t(kind === 'milestone' ? 'gate' : 'essential')}</Chip>
        )}
        {entry.own && <Chip tone="outline">{t('own')}</Chip>}
      </th>
      <td data-label={t('columns.step')}>
        <span>
          {number} <span className="muted small">{t(`kind.${kind}`)}</span>
        </span>
      </td>
      <td data-label={t('columns.state')}>
        <Chip tone={state === 'done' || state === 'reached' ? 'good' : 'plain'}>
          {isMilestone ? words(`milestone.${state}`) : words(`tick.${state}`)}
        </Chip>
      </td>
      <td data-label={t('columns.owner')}>{sayOwner(owner, partners, words)}</td>
      <td data-label={t('columns.day')}>
        <span className={late ? 'overdue' : undefined}>
          {isOpen && day && t(late ? 'overdue' : 'by', { day: say(day) })}
          {!isOpen && since && say(since)}
          {isOpen && !day && <span className="muted">{t('noDay')}</span>}
        </span>
      </td>
    </tr>
  )
}
