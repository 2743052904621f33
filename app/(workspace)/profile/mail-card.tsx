import { ActionForm } from '@/components/forms/action-form'
import { KeptCheckbox, KeptSelect } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import { listChoices, wantedChoices } from '@/lib/notices/settings/rules'
import type { getProfile } from '@/lib/people/profile'
import { saveMail } from './actions'

const DAYS = [1, 2, 3, 4, 5, 6, 7]
/** A Sunday, so that day n of a week is n days after it. */
const SUNDAY = Date.UTC(2026, 0, 4)

/** What the person wants to be mailed about; everything stays readable on the pages. */
export function MailCard({ profile }: { profile: Awaited<ReturnType<typeof getProfile>> }) {
  const t = useTranslations('notices')
  const forms = useTranslations('forms')
  const format = useFormatter()
  const { unwanted, digestDay, version } = profile.mail
  const wanted = wantedChoices(unwanted)
  const coordinates = profile.memberships.some(({ role }) => role === 'coordinator')
  return (
    <Card title={t('settings.title')}>
      {profile.mailPausedAt && <Notice tone="attention">{t('settings.paused')}</Notice>}
      <ActionForm action={saveMail} requestKey={crypto.randomUUID()} className="stack">
        <input type="hidden" name="version" value={version} />
        <p className="muted">{t('settings.hint')}</p>
        {listChoices().map((choice) => (
          <KeptCheckbox
            key={choice}
            name={choice}
            label={t(`settings.${choice}`)}
            defaultChecked={wanted.includes(choice)}
          />
        ))}
        {coordinates ? (
          <KeptSelect
            name="digestDay"
            label={t('settings.digest')}
            hint={t('settings.digestHint')}
            defaultValue={String(digestDay)}
          >
            <option value="0">{t('settings.never')}</option>
            {DAYS.map((day) => (
              <option key={day} value={day}>
                {format.dateTime(new Date(SUNDAY + day * 86_400_000), { weekday: 'long' })}
              </option>
            ))}
          </KeptSelect>
        ) : (
          <input type="hidden" name="digestDay" value={digestDay} />
        )}
        <div>
          <Button tone="quiet">{forms('save')}</Button>
        </div>
      </ActionForm>
    </Card>
  )
}
