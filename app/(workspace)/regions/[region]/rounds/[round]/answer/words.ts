import type { Screen, SheetWords } from '@/components/assessment/screens'
import type { getSheet } from '@/lib/assessment/answering'
import { minutesFor } from '@/lib/assessment/dates/rules'
import type { Translator } from '@/lib/i18n/voice'

type Words = Translator<'answering'>
type Sheet = Awaited<ReturnType<typeof getSheet>>

/** Everything a sheet asks in its order, each on a screen of its own. */
export function listScreens(t: Words, { asked, looksBack }: Sheet): Screen[] {
  const all = asked.reduce((sum, { statements }) => sum + statements.length, 0)
  let n = 0
  return asked.flatMap(({ slug, number, part, title, statements }) => [
    ...statements.map(({ id, text, anchors }) => {
      n += 1
      return {
        ...{ kind: 'statement' as const, id, part, text, anchors },
        place: t('place', { n, of: all, number, step: title }),
        left: t('left', { minutes: minutesFor(all - n + 1) }),
      }
    }),
    {
      ...{ kind: 'step' as const, slug, part },
      title: t('about', { number, step: title }),
      comment: t('comment'),
      lookBack: looksBack ? t('lookBack') : null,
    },
  ])
}

export function sheetWords(t: Words): SheetWords {
  return {
    begin: t('begin'),
    resume: t('resume'),
    next: t('next'),
    back: t('back'),
    skip: t('skip'),
    cannotJudge: t('cannotJudge'),
    choose: t('choose'),
    commentHint: t('commentHint'),
    optional: t('optional'),
    noMemory: t('noMemory'),
    endTitle: t('endTitle'),
    complete: t('complete'),
    missing: t('missing'),
    review: t('review'),
    send: t('send'),
    correct: t('correct'),
    sent: t('sent'),
    sentText: t('sentText'),
    change: t('change'),
    unsent: t('unsent'),
    forget: t('forget'),
    forgetText: t('forgetText'),
    forgetUnsent: t('forgetUnsent'),
    forgetNow: t('forgetNow'),
    levels: [t('level.1'), t('level.2'), t('level.3'), t('level.4'), t('level.5')],
  }
}
