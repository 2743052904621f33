import { useTranslations } from '@/lib/i18n/server'
import { ActionForm } from '@/components/forms/action-form'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import type { getPartner } from '@/lib/partners/data'
import { confirm, restore } from '../actions'
import { WhichPartner } from './edit-partner'

type Found = Awaited<ReturnType<typeof getPartner>>

/** Says when an entry is set aside or not yet confirmed, and offers what helps. */
export function PartnerNotices({ found }: { found: Found }) {
  const { region, partner, mergedInto, mayKeep, mayEdit } = found
  const t = useTranslations('partners')
  const which = <WhichPartner regionId={region.id} partner={partner} />
  return (
    <>
      {partner.archived && (
        <Notice title={t('one.archivedTitle')}>
          <p>
            {mergedInto ? (
              <>
                {t('one.mergedText')}{' '}
                <Link href={`/regions/${region.slug}/partners/${mergedInto.id}`}>
                  {mergedInto.name}
                </Link>
              </>
            ) : (
              t('one.archivedText')
            )}
          </p>
          {mayKeep && !mergedInto && (
            <ActionForm action={restore} requestKey={crypto.randomUUID()}>
              {which}
              <Button tone="quiet" size="small">
                {t('one.restore')}
              </Button>
            </ActionForm>
          )}
        </Notice>
      )}
      {partner.toCheck && (
        <Notice tone="attention" title={t('one.toCheck')}>
          <p>{t('one.toCheckText')}</p>
          {partner.source && <p className="small">{t('one.source', { source: partner.source })}</p>}
          {mayEdit && !partner.archived && (
            <ActionForm action={confirm} requestKey={crypto.randomUUID()}>
              {which}
              <Button tone="quiet" size="small">
                {t('one.confirm')}
              </Button>
            </ActionForm>
          )}
        </Notice>
      )}
    </>
  )
}
