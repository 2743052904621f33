import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { useTranslations } from '@/lib/i18n/server'
import { follow } from './actions'

interface Props {
  region: { id: string }
  /** What the reader follows there; '' is the region itself. */
  followed: readonly string[]
  /** A step's slug, or '' for the region. */
  step: string
}

/** Follows a region or a step, or no longer; who follows the region hears of all its steps. */
export function FollowButton({ region, followed, step }: Props) {
  const t = useTranslations('news')
  const follows = followed.includes(step)
  const kind = step === '' ? 'region' : 'step'
  if (step !== '' && followed.includes('')) {
    return <p className="muted small">{t('follow.whole')}</p>
  }
  return (
    <ActionForm action={follow} requestKey={crypto.randomUUID()} className="cluster">
      <input type="hidden" name="regionId" value={region.id} />
      <input type="hidden" name="step" value={step} />
      <Button tone="quiet" size="small" name="following" value={follows ? 'no' : 'yes'}>
        {t(follows ? `follow.stop.${kind}` : `follow.start.${kind}`)}
      </Button>
    </ActionForm>
  )
}
