import type { Voice } from '@/lib/i18n/voice'
import type { ReportDocument, ReportSection } from '@/lib/report/document'
import { fromDay } from '@/lib/dates/days'
import { SECTIONS, type SectionId } from '@/lib/report/period/rules'
import { type ReportFacts, SECTION_BLOCKS } from '@/lib/report/sections'

/** The report in words, in the order of the guidebook's questions; only the sections asked for. */
export function composeReport(
  voice: Voice,
  facts: ReportFacts,
  wanted: readonly SectionId[],
): ReportDocument {
  const t = voice.translator('report')
  const day = (iso: string) => voice.format.dateTime(fromDay(iso), { dateStyle: 'long' })
  const { region, period, today } = facts
  const sections = SECTIONS.filter((id) => wanted.includes(id)).map((id): ReportSection => ({
    id,
    title: t(`section.${id}`),
    blocks: SECTION_BLOCKS[id](voice, facts),
  }))
  return {
    language: voice.locale.startsWith('de') ? 'de' : 'en',
    title: t('heading', { region: region.name }),
    subtitle: t('period', { from: day(period.from), to: day(period.to) }),
    footer: t('footer', { region: region.name, day: day(today) }),
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  }
}
