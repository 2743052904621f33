import { getTranslations } from '@/lib/i18n/server'

/** The words of the board that follows the mouse and the arrow keys; {…} are put in there. */
export async function boardWords() {
  const t = await getTranslations('priorities')
  const forms = await getTranslations('forms')
  return {
    help: t('board.help'),
    at: t.raw('board.at') as string,
    let: t('board.let'),
    reason: t('form.reason'),
    optional: forms('optional'),
    save: t('board.save'),
    cancel: forms('cancel'),
  }
}

export type BoardWords = Awaited<ReturnType<typeof boardWords>>
