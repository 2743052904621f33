import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { Network } from '@/lib/network/data'
import type { NetworkAddress } from '@/lib/network/schema'
import type { Line, Organisation } from '@/lib/network/view/rules'
import { Pages } from '../pages'

const PAGE_SIZE = 50
const KEPT = ['q', 'sector', 'kind', 'on', 'since'] as const

interface Props {
  found: Network
  address: NetworkAddress
  partners: string
}

/** Every relation of the map, and of those it has no room for. */
export function NetworkTable({ found: { view, since }, address, partners }: Props) {
  const t = useTranslations('network')
  const known = new Map(view.drawn.map((one) => [one.id, one]))
  const bridges = new Set(view.bridges.map(({ id }) => id))
  const place = new Map(view.drawn.map(({ id }, index) => [id, index]))
  const placeOf = ({ id }: Organisation) => place.get(id) ?? 0
  const rows = view.lines
    .flatMap((line) => {
      const [from, to] = [known.get(line.from), known.get(line.to)]
      if (!from || !to) return []
      // What holds both ways stands under the one that the alphabet puts first.
      const isTurned = line.kind !== 'funds' && placeOf(to) < placeOf(from)
      return [isTurned ? { line, from: to, to: from } : { line, from, to }]
    })
    .sort((a, b) => placeOf(a.from) - placeOf(b.from) || placeOf(a.to) - placeOf(b.to))
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE))
  const page = Math.min(pages, address.page)
  const columns = ['one', 'kind', 'other', 'since'] as const
  return (
    <div className="stack">
      <Table id="relations" caption={t('table.caption')} captionHidden>
        <thead>
          <tr>
            {[...columns, ...(since === null ? [] : (['state'] as const))].map((column) => (
              <th key={column} scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ line, from, to }) => (
            <Row
              key={line.id}
              {...{ line, from, to, bridges, partners }}
              compares={since !== null}
            />
          ))}
        </tbody>
      </Table>
      {pages > 1 && (
        <Pages
          {...{ page, pages }}
          kept={KEPT.flatMap((key): [string, string][] => {
            const value = address[key]
            return value ? [[key, value]] : []
          })}
          home={`${partners}/network`}
          at="table"
        />
      )}
    </div>
  )
}

interface RowProps {
  line: Line
  from: Organisation
  to: Organisation
  bridges: ReadonlySet<string>
  compares: boolean
  partners: string
}

function Row({ line, from, to, bridges, compares, partners }: RowProps) {
  const t = useTranslations('network')
  const words = useTranslations('words')
  const format = useFormatter()
  const day = (iso: string) => format.dateTime(fromDay(iso), { dateStyle: 'medium' })
  const name = (one: Organisation) => <Named {...{ one, bridges, partners }} />
  const { id, kind, since, endedOn, state } = line
  return (
    <tr data-relation={id}>
      <th scope="row">{name(from)}</th>
      <td>{words(`relation.${kind}`)}</td>
      <td>{name(to)}</td>
      <td>
        {endedOn && state === 'ended'
          ? t('table.until', { since: day(since), endedOn: day(endedOn) })
          : day(since)}
      </td>
      {compares && <td>{t(`state.${state}`)}</td>}
    </tr>
  )
}

function Named({
  one,
  bridges,
  partners,
}: Pick<RowProps, 'bridges' | 'partners'> & { one: Organisation }) {
  const t = useTranslations('network')
  const words = useTranslations('words')
  return (
    <span>
      <Link href={`${partners}/${one.id}`} data-organisation={one.id}>
        {one.name}
      </Link>{' '}
      {bridges.has(one.id) && <Chip tone="outline">{t('bridge')}</Chip>}
      <span className="network-of muted small">{words(`sector.${one.sector}`)}</span>
    </span>
  )
}
