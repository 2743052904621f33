import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import type { Range } from '@/lib/candid/matrix/rules'
import type { Prioritised } from '@/lib/candid/priorities'
import { useTranslations } from '@/lib/i18n/server'

const COLUMNS = ['name', 'influence', 'interest', 'field', 'raters', 'circle'] as const

/** The same as the picture, number by number. */
export function PriorityTable({ shown, home }: { shown: Prioritised[]; home: string }) {
  const t = useTranslations('priorities')
  return (
    <Table id="priorities" caption={t('table.caption')} stack>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, number, name, place, choice }) => (
          <tr key={id}>
            <th scope="row">
              <span className="muted">{number}</span>{' '}
              <Link
                href={`${home}/${id}`}
                className="underline decoration-line-strong underline-offset-4"
              >
                {name}
              </Link>
            </th>
            {place ? (
              <>
                <td data-label={t('columns.influence')}>
                  <Value range={place.influence} />
                </td>
                <td data-label={t('columns.interest')}>
                  <Value range={place.interest} />
                </td>
                <td data-label={t('columns.field')}>
                  <span className="cluster">
                    {t(`fields.${place.field}`)}
                    {place.onLine && <Chip tone="due">{t('table.onLine')}</Chip>}
                  </span>
                </td>
                <td data-label={t('columns.raters')}>{place.raters}</td>
              </>
            ) : (
              <td data-label={t('columns.field')} colSpan={4}>
                <Chip tone="outline">{t('table.unplaced')}</Chip>
              </td>
            )}
            <td data-label={choice?.firstCircle ? t('columns.circle') : undefined}>
              {choice?.firstCircle && <Chip tone="good">{t('table.inCircle')}</Chip>}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** The middle, and the range where people differ. */
function Value({ range: { median, low, high } }: { range: Range }) {
  const t = useTranslations('priorities')
  return <span>{low === high ? t('value', { median }) : t('values', { median, low, high })}</span>
}
