import type { FormsContext } from '@/components/forms/forms-provider'
import type { Translator } from '@/lib/i18n/voice'

/** What forms say without asking the server; `{when}` is filled in by the browser's own clock. */
export function listFormWords(t: Translator<'forms'>): FormsContext['words'] {
  return {
    label: t('kept.label'),
    begun: t('kept.begun', { when: '{when}' }),
    outdated: t('kept.outdated'),
    bringBack: t('kept.bringBack'),
    discard: t('kept.discard'),
    offline: t('kept.offline'),
    unanswered: t('kept.unanswered'),
    online: t('kept.online'),
  }
}
