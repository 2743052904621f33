import { ChooseAll, ChooseBox } from '@/components/choose/choose'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { type Partner, sinceOf } from '@/lib/partners/read'

interface Props {
  partners: Partner[]
  home: string
  /** Whether rows can be chosen, for changing several at once. */
  chooses: boolean
}

/** Partners as the filter orders them; on a phone each becomes a small sheet. */
export function PartnerTable({ partners, home, chooses }: Props) {
  const t = useTranslations('partners')
  return (
    <Table
      id="partners"
      caption={t('list', { total: partners.length })}
      captionHidden
      stack="early"
    >
      <thead>
        <tr>
          {chooses && (
            <th scope="col" className="choose">
              <ChooseAll label={t('chooseAll')} />
            </th>
          )}
          {(['name', 'sector', 'status', 'city', 'gains'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {partners.map((partner) => (
          <Row key={partner.id} {...{ partner, home, chooses }} />
        ))}
      </tbody>
    </Table>
  )
}

function Row({ partner, home, chooses }: Omit<Props, 'partners'> & { partner: Partner }) {
  const t = useTranslations('partners')
  const words = useTranslations('words')
  const format = useFormatter()
  const { id, name, kind, sector, secondarySectors, status, city, gains } = partner
  const since = sinceOf(partner)
  const also = secondarySectors.map((other) => words(`sector.${other}`))
  const gained = format.list(gains.map((gain) => t(`gain.${gain}`)))
  return (
    <tr>
      {chooses && (
        <td className="choose">
          <ChooseBox value={`${id}@${partner.version}`} label={t('choose', { name })} />
        </td>
      )}
      <th scope="row">
        <Link
          href={`${home}/${id}`}
          className="underline decoration-line-strong underline-offset-4"
        >
          {name}
        </Link>{' '}
        {partner.microPlayer && <Chip tone="outline">{t('fields.microPlayer')}</Chip>}{' '}
        {partner.intermediary && <Chip tone="outline">{t('fields.intermediary')}</Chip>}{' '}
        {partner.toCheck && <Chip tone="due">{t('one.toCheck')}</Chip>}
        {kind && <span className="muted small partner-kind">{kind}</span>}
      </th>
      <td data-label={t('columns.sector')}>
        <span>
          {words(`sector.${sector}`)}
          {also.length > 0 && (
            <span className="muted small partner-kind">
              {t('alsoSectors', { sectors: format.list(also) })}
            </span>
          )}
        </span>
      </td>
      <td data-label={t('columns.status')}>
        <span>
          {words(`status.${status}`)}
          {since && (
            <span className="muted small partner-kind">
              {t('since', { day: format.dateTime(fromDay(since), { dateStyle: 'medium' }) })}
            </span>
          )}
        </span>
      </td>
      <td data-label={city ? t('columns.city') : undefined}>{city}</td>
      <td data-label={gained ? t('columns.gains') : undefined}>{gained}</td>
    </tr>
  )
}
