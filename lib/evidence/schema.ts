import { z } from 'zod'
import { EVIDENCE_KINDS } from '@/lib/evidence/rules'
import { inAddress, line, lines, seen } from '@/lib/forms/fields'

const entryId = z.string().regex(/^[a-z-]{1,60}\.(checklist|upkeep|milestones)\.[a-z0-9-]{1,80}$/)

/** The day of the evidence; an empty field means today. */
const datedOn = z.iso
  .date('day')
  .refine((day) => day >= '1990-01-01', 'day')
  .or(z.literal('').transform(() => null))

/** What it belongs to, and the piece whose place it takes, in the version that was seen. */
const place = {
  regionId: z.uuid(),
  entry: entryId,
  datedOn,
  replaces: z.uuid().optional(),
  version: seen.optional(),
}

/** An address on the web; what comes without a scheme gets https. */
export const webAddress = z
  .string()
  .trim()
  .min(1, 'required')
  .max(2000, 'tooLong')
  .regex(/^[^\s\p{Cc}\\]*$/u, 'link')
  .transform((text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
  .pipe(z.url({ protocol: /^https?$/, hostname: /^[^.]+(\.[^.]+)+$/, error: 'link' }))
  // A name and password before the host make an address look like another one.
  .refine((text) => URL.parse(text)?.username === '' && URL.parse(text)?.password === '', 'link')

export const addNoteSchema = z.object({ ...place, words: lines(2000).min(1, 'required') })

export const addLinkSchema = z.object({ ...place, url: webAddress, words: line(200).default('') })

export const addFileSchema = z.object({
  ...place,
  words: line(200).default(''),
  file: z.instanceof(File, { error: 'file' }).refine(({ size }) => size > 0, 'file'),
})

export const markEvidenceSchema = z.object({ regionId: z.uuid(), id: z.uuid(), version: seen })

/** What the list of a region's evidence is narrowed to, as it stands in the address. */
export const evidenceQuerySchema = z.object({
  q: z.string().max(200).catch(''),
  step: inAddress(z.string().regex(/^[a-z-]{1,60}$/)),
  kind: inAddress(z.enum(EVIDENCE_KINDS)),
  before: inAddress(z.uuid()),
})

export type AddNote = z.output<typeof addNoteSchema>
export type AddLink = z.output<typeof addLinkSchema>
export type AddFile = z.output<typeof addFileSchema>
export type MarkEvidence = z.output<typeof markEvidenceSchema>
export type EvidenceQuery = z.output<typeof evidenceQuerySchema>
export type EvidencePlace = Pick<AddNote, 'regionId' | 'entry' | 'datedOn' | 'replaces' | 'version'>
