import { useTranslations } from '@/lib/i18n/server'
import { Link } from '@/components/ui/link'
import { Chip } from '@/components/ui/chip'
import { Table } from '@/components/ui/table'
import type { Partner } from '@/lib/partners/data'

/** Partners by name; on a phone each becomes a small sheet. */
export function PartnerTable({ partners, home }: { partners: Partner[]; home: string }) {
  const t = useTranslations('partners')
  const words = useTranslations('words')
  return (
    <Table id="partners" caption={t('list', { total: partners.length })} captionHidden stack>
      <thead>
        <tr>
          {(['name', 'sector', 'status', 'city'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {partners.map(({ id, name, sector, status, city, toCheck }) => (
          <tr key={id}>
            <th scope="row">
              <Link
                href={`${home}/${id}`}
                className="underline decoration-line-strong underline-offset-4"
              >
                {name}
              </Link>{' '}
              {toCheck && <Chip tone="due">{t('one.toCheck')}</Chip>}
            </th>
            <td data-label={t('columns.sector')}>{words(`sector.${sector}`)}</td>
            <td data-label={t('columns.status')}>{words(`status.${status}`)}</td>
            <td data-label={city ? t('columns.city') : undefined}>{city}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
