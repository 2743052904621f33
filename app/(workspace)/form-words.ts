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
    kept: t('kept.kept'),
    lost: t('kept.lost'),
  }
}

/** What is said between two versions of one thing. */
export function listConflictWords(t: Translator<'forms'>): FormsContext['conflictWords'] {
  return {
    lede: t('conflict.lede'),
    same: t('conflict.same'),
    theirs: t('conflict.theirs'),
    mine: t('conflict.mine'),
    stays: t('conflict.stays'),
    keep: t('conflict.keep'),
    over: t('conflict.over'),
    seen: t('conflict.seen'),
    kept: t('conflict.kept'),
  }
}

/** What is said of what waits on the device. */
export function listUnsentWords(t: Translator<'forms'>) {
  return {
    waiting: t('unsent.waiting'),
    waits: t('unsent.waits'),
    sendNow: t('unsent.sendNow'),
    discard: t('unsent.discard'),
    arrived: t('unsent.arrived'),
  }
}
