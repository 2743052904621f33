import { sayOwner } from '@/components/journey/say-owner'
import { fromDay } from '@/lib/dates/days'
import { findItem, findMilestone, findStep, type Guide } from '@/lib/guidebook/rules'
import { ownerOf, readOwner } from '@/lib/journey/access/rules'
import { useFormatter, useTranslations } from '@/lib/i18n/server'
import type { Formatter, Translator } from '@/lib/i18n/voice'
import type { NeedLine } from '@/lib/needs/lines/rules'

type Partners = readonly { id: string; name: string }[]

type NeedSentenceProps = {
  line: NeedLine
  guide: Guide
  /** The region's organisations; an owner not among them is a former partner. */
  partners: Partners
  /** ISO day in the region's time zone. */
  today: string
  /** A few words without owner and conditions, led by the step's number: for a row among many. */
  short?: boolean
}

/** What is still needed, as a sentence in the reader's language. */
export function NeedSentence({ short, ...props }: NeedSentenceProps) {
  const voice = { t: useTranslations('needs'), words: useTranslations('words') }
  const say = speaker(props, useFormatter())
  return <>{short ? sayShort(props, voice, say) : sayNeed(props, voice, say)}</>
}

type Voice = { t: Translator<'needs'>; words: Translator<'words'> }
type Speaker = ReturnType<typeof speaker>

function sayNeed(props: NeedSentenceProps, { t, words }: Voice, say: Speaker): string {
  const { line, guide } = props
  switch (line.key) {
    case 'needs.step.summary':
      return t('step.summary', { ...line.values, title: say.stepTitle(line.step ?? '') })
    case 'needs.item.essential': {
      const { defaultOwner = 'coordinator' } = findItem(guide, line.subject ?? '')?.item ?? {}
      const { owner: word } = line.values
      const owner = sayOwner(
        word === null ? ownerOf(null, defaultOwner) : readOwner(word),
        props.partners,
        words,
      )
      return t('item.essential', {
        ...{ label: say.label(line.subject), owner },
        ...say.due(line.values.due),
      })
    }
    case 'needs.milestone.gate':
      return t('milestone.gate', {
        ...say.milestone(line.subject),
        ...say.due(line.values.plannedOn),
      })
    case 'needs.items.quota': {
      const { k, items } = line.values
      const list = items.map((id) => say.label(id)).join('; ')
      return t('items.quota', { k, all: k >= items.length ? 'yes' : 'no', list })
    }
    case 'needs.assessment.none':
      return t('assessment.none')
    case 'needs.assessment.fewer':
      return t('assessment.fewer', line.values)
    case 'needs.assessment.low': {
      const band = t(`band.${line.values.band as 1 | 2 | 3 | 4 | 5}`)
      const { level, threshold } = line.values
      return t('assessment.low', { level: say.level(level), threshold: say.level(threshold), band })
    }
    case 'needs.assessment.old':
      return t('assessment.old', say.days(line.values))
    case 'needs.upkeep':
      return t('upkeep.due', { label: say.label(line.subject), ...say.due(line.values.date) })
    case 'needs.step.reached':
      return t('step.reached', { label: say.label(line.subject), ...say.days(line.values) })
    case 'needs.step.sustained':
      return t('step.sustained', say.days(line.values))
    case 'needs.part': {
      const part = guide.parts.find(({ number }) => number === line.values.part)?.title ?? ''
      return t('part', { part, steps: say.list(line.values.steps.map(say.stepTitle)) })
    }
    case 'needs.nothing':
      return t('nothing')
    case 'needs.partner': {
      const { partner, count, label, due } = line.values
      const name =
        props.partners.find(({ id }) => id === partner)?.name ?? words('owner.formerPartner')
      return t(partner ? 'partner.other' : 'partner.you', { name, count, label, ...say.due(due) })
    }
  }
}

function sayShort(props: NeedSentenceProps, voice: Voice, say: Speaker): string {
  const { line, guide } = props
  const { t } = voice
  const need = () => {
    switch (line.key) {
      case 'needs.item.essential':
        return t('item.short', { label: say.label(line.subject), ...say.due(line.values.due) })
      case 'needs.milestone.gate': {
        const { title } = say.milestone(line.subject)
        return t('milestone.short', { title, ...say.due(line.values.plannedOn) })
      }
      case 'needs.items.quota':
        return t('items.short', { k: line.values.k })
      case 'needs.assessment.none':
      case 'needs.assessment.fewer':
        return t('assessment.short')
      case 'needs.upkeep':
        return t('upkeep.short', { label: say.label(line.subject) })
      default:
        return sayNeed(props, voice, say)
    }
  }
  const step = line.step === null ? null : findStep(guide, line.step)
  return step ? t('ofStep', { n: step.number, need: need() }) : need()
}

function speaker({ guide, today }: NeedSentenceProps, format: Formatter) {
  // A day of this year needs no year.
  const day = (iso: string) =>
    format.dateTime(fromDay(iso), {
      day: 'numeric',
      month: 'long',
      ...(iso.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    })
  return {
    label: (id: string | null) => findItem(guide, id ?? '')?.item.label ?? '',
    stepTitle: (slug: string) => findStep(guide, slug)?.title ?? '',
    milestone: (id: string | null) => {
      const found = findMilestone(guide, id ?? '')?.milestone
      return { title: found?.title ?? '', reachedWhen: found?.reachedWhen ?? '' }
    },
    due: (iso: string | null) => ({
      hasDue: iso === null ? 'no' : iso < today ? 'past' : 'yes',
      due: iso === null ? '' : day(iso),
    }),
    days: <K extends string>(values: Record<K, string | boolean>) =>
      Object.fromEntries(
        Object.entries<string | boolean>(values).map(([key, iso]) => [key, day(String(iso))]),
      ) as Record<K, string>,
    level: (level: number) => format.number(level, { minimumFractionDigits: 1 }),
    list: (words: string[]) => format.list(words),
  }
}
