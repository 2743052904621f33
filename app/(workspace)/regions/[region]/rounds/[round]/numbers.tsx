import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import type { Progress } from '@/lib/assessment/progress'
import { useTranslations } from '@/lib/i18n/server'

/** How many have answered, never who; by sector only where nobody is given away. */
export function Numbers({ progress }: { progress: Progress }) {
  const t = useTranslations('rounds')
  const words = useTranslations('words')
  const { asked, answered, sectors } = progress
  return (
    <Card title={t('numbers.title', { asked, answered })}>
      <p>
        <progress
          className="meter"
          max={Math.max(1, asked)}
          value={answered}
          aria-label={t('numbers.title', { asked, answered })}
        />
      </p>
      {sectors.length > 0 && (
        <Table id="round-numbers" caption={t('numbers.caption')} captionHidden>
          <thead>
            <tr>
              <th scope="col">{t('numbers.sector')}</th>
              <th scope="col" className="number">
                {t('numbers.answered')}
              </th>
              <th scope="col" className="number">
                {t('numbers.asked')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sectors.map((one) => (
              <tr key={one.sector}>
                <th scope="row">{words(`sector.${one.sector as 'public'}`)}</th>
                <td className="number" data-label={t('numbers.answered')}>
                  {one.answered}
                </td>
                <td className="number" data-label={t('numbers.asked')}>
                  {one.asked}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <p className="muted small">{t('numbers.note')}</p>
    </Card>
  )
}
