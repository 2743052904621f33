import { Chip } from '@/components/ui/chip'
import { Table } from '@/components/ui/table'
import { useTranslations } from '@/lib/i18n/server'
import type { Move } from '@/lib/journey/move/data'

/** Each step before and after, and what makes the difference. */
export function MoveTable({ move }: { move: Move }) {
  const t = useTranslations('editions')
  const words = useTranslations('words')
  return (
    <Table id="move" caption={t('move.steps')} captionHidden stack>
      <thead>
        <tr>
          {(['step', 'state', 'progress', 'why'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`move.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {move.steps.map(({ slug, number, title, before, after, reasons }) => (
          <tr key={slug}>
            <th scope="row">
              {number}. {title}
            </th>
            <td data-label={t('move.columns.state')}>
              {before.state === after.state ? (
                <span className="muted">{words(`state.${after.state}`)}</span>
              ) : (
                <Chip tone="due">
                  {t('move.stateChange', {
                    before: words(`state.${before.state}`),
                    after: words(`state.${after.state}`),
                  })}
                </Chip>
              )}
            </td>
            <td data-label={t('move.columns.progress')}>
              {before.progress === after.progress ? (
                <span className="muted">{t('move.same')}</span>
              ) : (
                t('move.progressChange', { before: before.progress, after: after.progress })
              )}
            </td>
            <td data-label={t('move.columns.why')}>
              <span>
                {reasons.length === 0
                  ? t('move.reason.none')
                  : reasons
                      .map(({ reason, count }) => t(`move.reason.${reason}`, { count }))
                      .join(', ')}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
