import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { FoundTask } from '@/lib/tasks/data'
import { unlink } from '../actions'

/** To whom the task is open by a mailed link, and the way to end one; for coordinators. */
export function TaskLinks({ found: { links, task, region } }: { found: FoundTask }) {
  const t = useTranslations('tasks')
  const format = useFormatter()
  const { timeZone } = region
  if (links.length === 0) return null
  return (
    <Card title={t('links.title')}>
      <p className="muted small">{t('links.lede')}</p>
      <ul role="list" className="rows">
        {links.map(({ userId, name, expiresAt }) => (
          <li key={userId} className="row">
            <span>
              {name}{' '}
              <span className="muted small">
                {t('links.until', {
                  day: format.dateTime(new Date(expiresAt), { dateStyle: 'medium', timeZone }),
                })}
              </span>
            </span>
            <ActionForm action={unlink} requestKey={crypto.randomUUID()} keepsDraft={false}>
              <input type="hidden" name="regionId" value={task.regionId} />
              <input type="hidden" name="id" value={task.id} />
              <input type="hidden" name="userId" value={userId} />
              <Button tone="plain" size="small">
                {t('links.end')}
                <span className="visually-hidden">: {name}</span>
              </Button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Card>
  )
}
