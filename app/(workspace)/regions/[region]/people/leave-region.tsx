import { useTranslations } from '@/lib/i18n/server'
import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { leave } from './actions'

interface Props {
  region: { id: string; name: string }
  isLastCoordinator: boolean
}

/** Only an invitation undoes it, so it asks once. */
export function LeaveRegion({ region, isLastCoordinator }: Props) {
  const t = useTranslations('people')
  return (
    <Disclosure summary={t('leave.title')}>
      <ActionForm action={leave} requestKey={crypto.randomUUID()} className="stack stack-tight">
        <input type="hidden" name="regionId" value={region.id} />
        <p>
          {t('leave.ask', { region: region.name })} {isLastCoordinator && t('leave.last')}
        </p>
        <div>
          <Button tone="danger" size="small">
            {t('leave.confirm', { region: region.name })}
          </Button>
        </div>
      </ActionForm>
    </Disclosure>
  )
}
