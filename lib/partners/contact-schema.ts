import { z } from 'zod'
import { email, line, seen } from '@/lib/forms/fields'

const contact = {
  name: line(120).min(1, 'required'),
  role: line(120).default(''),
  email: z.literal('').or(email).default(''),
  phone: line(40).default(''),
}

const whose = { regionId: z.uuid(), partnerId: z.uuid() }

export const addContactSchema = z.object({ ...whose, ...contact })

export const changeContactSchema = z.object({ ...whose, id: z.uuid(), version: seen, ...contact })

export const removeContactSchema = z.object({ ...whose, id: z.uuid() })

export type AddContact = z.output<typeof addContactSchema>
export type ChangeContact = z.output<typeof changeContactSchema>
export type RemoveContact = z.output<typeof removeContactSchema>
