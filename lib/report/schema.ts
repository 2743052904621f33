import { z } from 'zod'
import { inAddress, lines, seen } from '@/lib/forms/fields'
import { LOCALES } from '@/lib/i18n/locales'
import { SECTIONS } from '@/lib/report/period/rules'

const day = inAddress(z.iso.date())
const section = z.enum(SECTIONS)

/** A report as its address asks for it; what makes no sense there is left aside. */
export const reportSchema = z.object({
  ...{ from: day, to: day, in: inAddress(z.enum(LOCALES)) },
  with: z
    .union([section.transform((one) => [one]), z.array(section).max(SECTIONS.length)])
    .catch([...SECTIONS]),
})

export type ReportQuery = z.output<typeof reportSchema>

export const tellStorySchema = z.object({
  ...{ regionId: z.uuid(), language: z.enum(LOCALES), version: seen, words: lines(6000) },
})

export type TellStory = z.output<typeof tellStorySchema>
