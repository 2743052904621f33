import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import type { Engaged } from '@/lib/candid/engagement'
import { fromDay } from '@/lib/dates/days'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { GAINS } from '@/lib/partners/rules'

const COLUMNS = ['name', 'talked', 'sign', 'next', 'noted'] as const

type Props = { shown: Engaged[]; home: string; today: string }

/** Who was heard when, who is to be heard next, and what is written down. */
export function EngagementTable({ shown, home, today }: Props) {
  const t = useTranslations('engagement')
  const format = useFormatter()
  const say = (day: string) => format.dateTime(fromDay(day), { dateStyle: 'medium' })
  return (
    <Table id="engagement" caption={t('table.title', { shown: shown.length })} captionHidden stack>
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
        {shown.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link
                href={`${home}/${one.id}`}
                className="underline decoration-line-strong underline-offset-4"
              >
                {one.name}
              </Link>{' '}
              {one.firstCircle && <Chip tone="good">{t('table.inCircle')}</Chip>}
            </th>
            <td data-label={t('columns.talked')} className="whitespace-nowrap">
              {one.talkedOn ? say(one.talkedOn) : <span className="muted">{t('table.never')}</span>}
            </td>
            <td data-label={t('columns.sign')}>
              <span className="cluster">
                {say(one.signOn)} {one.silent && <Chip tone="due">{t('table.silent')}</Chip>}
              </span>
            </td>
            <td data-label={one.nextOn || one.nextWho ? t('columns.next') : undefined}>
              <span className="cluster">
                {[one.nextOn && say(one.nextOn), one.nextWho].filter(Boolean).join(' · ')}
                {one.nextOn && one.nextOn <= today && <Chip tone="due">{t('table.due')}</Chip>}
              </span>
            </td>
            <td data-label={t('columns.noted')}>{sayNoted(one, t)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function sayNoted(one: Engaged, t: ReturnType<typeof useTranslations<'engagement'>>) {
  const gains = GAINS.filter((gain) => one.gains.includes(gain)).map((gain) => t(`gains.${gain}`))
  const words = [
    one.expects && t('noted.expects'),
    one.brings && t('noted.brings'),
    gains.length > 0 && t('noted.gains', { gains: gains.join(', ') }),
  ].filter(Boolean)
  return words.length > 0 ? words.join(' · ') : t('noted.nothing')
}
