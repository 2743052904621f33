import { z } from 'zod'
import { line, seen } from '@/lib/forms/fields'
import { SECTORS } from '@/lib/partners/rules'

const voice = {
  who: line(200).min(1, 'required'),
  why: line(300).default(''),
  /** Who looks for them: nobody yet, the coordinator, or a partner. */
  seeker: z
    .string()
    .regex(/^(coordinator|partner:[0-9a-f-]{36})?$/)
    .default(''),
}

const which = { regionId: z.uuid(), id: z.uuid(), version: seen }

export const addVoiceSchema = z.object({ regionId: z.uuid(), sector: z.enum(SECTORS), ...voice })

export const changeVoiceSchema = z.object({ ...which, ...voice })

export const findVoiceSchema = z.object({ ...which, partner: z.uuid('required') })

export const closeVoiceSchema = z.object(which)

export const sayNobodySchema = z.object({ regionId: z.uuid(), sector: z.enum(SECTORS) })

export type AddVoice = z.output<typeof addVoiceSchema>
export type ChangeVoice = z.output<typeof changeVoiceSchema>
export type FindVoice = z.output<typeof findVoiceSchema>
export type CloseVoice = z.output<typeof closeVoiceSchema>
export type SayNobody = z.output<typeof sayNobodySchema>
