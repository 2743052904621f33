import { z } from 'zod'
import { MOST_ROWS } from '@/lib/sheet/rules'
import { sentChanges } from '@/lib/sheet/schema'
import { line, lines } from '@/lib/forms/fields'
import { FOR_WHOM } from '@/lib/tasks/rules'
import { link, serves } from '@/lib/tasks/schema'
import { TEXT_LIMITS } from '@/lib/tasks/sheet/rules'

export const lookAtTasksSchema = z.object({
  regionId: z.uuid(),
  file: z.instanceof(File, { error: 'sheetNone' }),
})

const change = z.strictObject({
  row: z.int().min(1).max(1_048_576),
  id: z.uuid().nullable(),
  version: z.int().min(0).max(2_000_000_000).nullable(),
  set: z
    .strictObject({
      ...{ title: line(TEXT_LIMITS.title).min(1), doneWhen: lines(TEXT_LIMITS.doneWhen) },
      ...{ step: serves, entry: serves, link, forWhom: z.enum(FOR_WHOM) },
      ...{ partners: z.array(z.uuid()).max(2000), person: z.uuid().or(z.literal('')) },
      ...{ dueOn: z.iso.date().nullable(), skipCheck: z.boolean() },
      repeatMonths: z.int().min(1).max(60).nullable(),
    })
    .partial(),
})

/** Changes as the page has shown them: they come back as text, and are trusted in nothing. */
export const keepTasksSchema = z.object({
  regionId: z.uuid(),
  changes: sentChanges(z.array(change).max(MOST_ROWS)),
})

export type LookAtTasks = z.output<typeof lookAtTasksSchema>
export type KeepTasks = z.output<typeof keepTasksSchema>
