import { getTranslations, useTranslations } from '@/lib/i18n/server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { KeptText } from '@/components/forms/kept-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { ARRIVAL } from '@/lib/auth/arrival/rules'
import { currentViewer } from '@/lib/auth/current'
import { safePath } from '@/lib/auth/paths/rules'
import { env, hasOidc, hasPersonas } from '@/lib/env'
import { PERSONA_KEYS, PERSONAS } from '@/lib/people/personas'
import { askForLink, becomePersona } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('signIn'))('title') }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const [asked, t, viewer] = await Promise.all([
    searchParams,
    getTranslations('signIn'),
    currentViewer(),
  ])
  const next = safePath(single(asked.next))
  if (asked.error === 'Verification' && !asked.email) await recallSpentLink()
  // A spent link of one's own has done its work already.
  const isOwnLink = asked.error === 'Verification' && single(asked.email) === viewer?.email
  if (viewer && (!asked.error || isOwnLink)) redirect(next)
  return (
    <>
      <PageHeader title={t('title')} lede={t('lede')} />
      <div className="split">
        <div className="stack">
          {!asked.error && next !== ARRIVAL && <Notice title={t('goOn')} />}
          {asked.error && <Notice tone="attention" title={t(explain(single(asked.error)))} />}
          <Card>
            <ActionForm action={askForLink} className="stack">
              <input type="hidden" name="next" value={next} />
              <KeptText
                name="email"
                type="email"
                label={t('email')}
                hint={t('emailHint')}
                autoComplete="email"
                defaultValue={single(asked.email)}
                required
              />
              <Button>{t('send')}</Button>
            </ActionForm>
          </Card>
          {hasOidc && (
            // It leads to another site, where a link that only fetches cannot follow.
            <a
              className="button button-quiet"
              href={`/sign-in/oidc?next=${encodeURIComponent(next)}`}
            >
              {t('withProvider', { name: env.OIDC_NAME })}
            </a>
          )}
        </div>
        {hasPersonas && <Personas next={next} />}
      </div>
    </>
  )
}

/** next-auth drops whose link failed; the page its button was pressed on still says it. */
async function recallSpentLink() {
  const pressedOn = URL.parse((await headers()).get('referer') ?? '')
  if (pressedOn?.origin !== new URL(env.APP_URL).origin) return
  const email = pressedOn.searchParams.get('email')
  if (pressedOn.pathname !== '/sign-in/confirm' || !email) return
  const next = safePath(pressedOn.searchParams.get('next'))
  redirect(`/sign-in?${new URLSearchParams({ error: 'Verification', email, next })}`)
}

/** What to say of the reason that next-auth gives. */
function explain(error: string | undefined) {
  if (error === 'Verification') return 'failed'
  return error === 'AccessDenied' ? 'refused' : 'unfinished'
}

function Personas({ next }: { next: string }) {
  const t = useTranslations('signIn')
  return (
    <Card title={t('personas.title')}>
      <p className="muted">{t('personas.lede')}</p>
      <ActionForm action={becomePersona} className="rows" tells={false}>
        <input type="hidden" name="next" value={next} />
        {PERSONA_KEYS.map((key) => (
          <div key={key} className="row">
            <span>
              <strong>{PERSONAS[key].name}</strong>
              <br />
              <span className="muted small">{t(`personas.${key}`)}</span>
            </span>
            <Button name="persona" value={key} tone="quiet" size="small">
              {t('personas.enter', { name: PERSONAS[key].name.split(' ')[0] ?? '' })}
            </Button>
          </div>
        ))}
      </ActionForm>
    </Card>
  )
}

function single(value: string | string[] | undefined) {
  return Array.isArray(value) ? value[0] : value
}
