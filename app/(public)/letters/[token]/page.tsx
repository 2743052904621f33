import { Button, LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { getTranslations } from '@/lib/i18n/server'
import { readStopToken } from '@/lib/notices/stop/token'

export async function generateMetadata() {
  return {
    title: (await getTranslations('notices'))('stop.title'),
    robots: { index: false },
    referrer: 'no-referrer',
  }
}

/** Where a mail's last line leads: nothing stops until the button is pressed, whoever looks. */
export default async function StopPage({ params, searchParams }: PageProps<'/letters/[token]'>) {
  const [{ token }, { done }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('notices'),
  ])
  if (!readStopToken(token)) return <PageHeader title={t('stop.title')} lede={t('stop.unknown')} />
  if (done === 'yes') {
    return (
      <PageHeader
        title={t('stop.done')}
        lede={t('stop.again')}
        actions={<LinkButton href="/profile">{t('stop.profile')}</LinkButton>}
      />
    )
  }
  return (
    <>
      <PageHeader title={t('stop.title')} lede={t('stop.lede')} />
      <form method="post" action={`/api/letters/${token}`}>
        <Button>{t('stop.button')}</Button>
      </form>
    </>
  )
}
