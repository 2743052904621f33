import { getTranslations } from '@/lib/i18n/server'
import { redirect } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { safePath } from '@/lib/auth/paths/rules'
import { env } from '@/lib/env'

export async function generateMetadata() {
  return { title: (await getTranslations('signIn'))('confirm.title') }
}

/** Where a mailed link leads: nothing happens until the button is pressed, whoever opens the link. */
export default async function ConfirmPage({ searchParams }: PageProps<'/sign-in/confirm'>) {
  const [asked, t] = await Promise.all([searchParams, getTranslations('signIn')])
  const [email, token, next] = ['email', 'token', 'next'].map((key) => String(asked[key] ?? ''))
  if (!email || !token) redirect('/sign-in')
  const query = new URLSearchParams({
    email,
    token,
    callbackUrl: env.APP_URL + safePath(next),
  })
  return (
    <>
      <PageHeader title={t('confirm.title')} lede={t('confirm.lede', { email })} />
      <form method="post" action={`/api/auth/callback/email?${query}`}>
        <Button>{t('confirm.button')}</Button>
      </form>
    </>
  )
}
