import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { useTranslations } from '@/lib/i18n/server'
import './session.css'

/** Asks for the code on the wall; `unknown`: what was typed leads nowhere. */
export function CodeForm({ unknown }: { unknown: boolean }) {
  const t = useTranslations('session')
  return (
    <div className="reading">
      <PageHeader title={t('door.title')} lede={t('door.lede')} />
      {unknown && <Notice tone="attention" title={t('door.unknown')} />}
      <form action="/session" className="stack code-form">
        <TextField
          name="code"
          label={t('door.code')}
          hint={t('door.codeHint')}
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <div>
          <Button>{t('door.go')}</Button>
        </div>
      </form>
    </div>
  )
}
