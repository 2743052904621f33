import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { QrCode } from '@/components/ui/qr-code'
import type { RoundFound } from '@/lib/assessment/data'
import { env } from '@/lib/env'
import { useTranslations } from '@/lib/i18n/server'
import { link } from '../actions'
import { Which } from './which'

/** The address by which partners of the region join by themselves, while there is one. */
export function JoinLink({ found }: { found: RoundFound }) {
  const t = useTranslations('rounds')
  const { round, region } = found
  const address = round.link && `${env.APP_URL}/regions/${region.slug}/rounds/join/${round.link}`
  return (
    <Card title={t('link.title')}>
      <p>{t(address ? 'link.text' : 'link.none')}</p>
      {address && (
        <p>
          <code className="join-address">{address}</code>
        </p>
      )}
      {address && <QrCode text={address} label={t('link.qr')} />}
      <ActionForm action={link} requestKey={crypto.randomUUID()}>
        <Which found={found} />
        <Button tone="quiet" size="small" name="link" value={address ? 'end' : 'make'}>
          {t(address ? 'link.end' : 'link.make')}
        </Button>
      </ActionForm>
    </Card>
  )
}
