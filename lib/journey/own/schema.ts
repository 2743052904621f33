import { z } from 'zod'
import { line, lines, seen } from '@/lib/forms/fields'

const ownId = z.string().regex(/^[a-z-]+\.(checklist|milestones)\.own-[0-9a-f-]{36}$/)
const words = {
  title: line(200).pipe(z.string().min(1, 'required')),
  doneWhen: lines(500).default(''),
}
const one = { regionId: z.uuid(), id: ownId, version: seen }

export const addOwnSchema = z.object({
  regionId: z.uuid(),
  step: z.string().regex(/^[a-z-]{1,60}$/),
  kind: z.enum(['item', 'milestone']),
  ...words,
})

export const changeOwnSchema = z.object({ ...one, ...words })

export const moveOwnSchema = z.object({ ...one, way: z.enum(['up', 'down']) })

export const markOwnSchema = z.object(one)

export type AddOwn = z.output<typeof addOwnSchema>
export type ChangeOwn = z.output<typeof changeOwnSchema>
export type MoveOwn = z.output<typeof moveOwnSchema>
export type MarkOwn = z.output<typeof markOwnSchema>
