import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { FoundSession } from '@/lib/consensus/data'
import { useTranslations } from '@/lib/i18n/server'
import { finish } from '../../session/actions'
import { Which } from './which'

/** What cannot be undone asks once. */
export function FinishForm({ found }: { found: FoundSession }) {
  const t = useTranslations('session')
  return (
    <Disclosure summary={t('control.finish')}>
      <ActionForm
        action={finish}
        requestKey={crypto.randomUUID()}
        className="stack"
        keepsDraft={false}
      >
        <Which found={found} />
        <p>{t('control.finishLede')}</p>
        <div>
          <Button tone="danger">{t('control.finishButton')}</Button>
        </div>
      </ActionForm>
    </Disclosure>
  )
}
