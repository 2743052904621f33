import { useTranslations } from '@/lib/i18n/server'

const PROMISES = ['nobody', 'five', 'comments', 'small', 'device'] as const

/** Who sees what, before anything is asked. */
export function Notice({ message, hasAnswered }: { message: string; hasAnswered: boolean }) {
  const t = useTranslations('answering')
  return (
    <div className="stack">
      {message && <blockquote className="answer-message">{message}</blockquote>}
      <h2 tabIndex={-1}>{t('notice.title')}</h2>
      <ul className="stack stack-tight">
        {PROMISES.map((promise) => (
          <li key={promise}>{t(`notice.${promise}`)}</li>
        ))}
      </ul>
      {hasAnswered && (
        <p>
          <strong>{t('notice.answered')}</strong>
        </p>
      )}
    </div>
  )
}
