import { z } from 'zod'
import { inAddress, line, lines, optionalDay, seen, tickBox } from '@/lib/forms/fields'
import { FOR_WHOM, MOVES, TASK_STATES } from '@/lib/tasks/rules'

/** A page on the web, or nothing. */
export const link = line(2000).pipe(
  z.literal('').or(z.url({ protocol: /^https?$/, hostname: /^[^.]+(\.[^.]+)+$/, error: 'link' })),
)

/** Boxes of one name that are ticked: none, one or several. */
const ids = z
  .union([z.uuid().transform((id) => [id]), z.array(z.uuid()).max(500)])
  .optional()
  .transform((sent) => [...new Set(sent ?? [])])

/** A step, or one of its items or milestones, by id; empty for none. */
export const serves = z
  .string()
  .regex(/^$|^[a-z-]{1,60}(\.(checklist|upkeep|milestones)\.[a-z0-9-]{1,120})?$/)

const content = {
  title: line(200).min(1, 'required'),
  doneWhen: lines(1000).default(''),
  serves: serves.default(''),
  link: link.default(''),
  dueOn: optionalDay.default(null),
}

const asking = {
  forWhom: z.enum(FOR_WHOM).default('coordinator'),
  partners: ids,
  person: z.uuid().or(z.literal('')).default(''),
  skipCheck: tickBox,
  repeatMonths: z
    .literal('')
    .transform(() => null)
    .or(z.coerce.number().int().min(1).max(60))
    .default(null),
}

export const addTaskSchema = z.object({ regionId: z.uuid(), ...content, ...asking })

/** What a partner proposes; who does it, the coordinator says on taking it on. */
export const proposeTaskSchema = z.object({ regionId: z.uuid(), ...content })

const which = { regionId: z.uuid(), id: z.uuid(), version: seen }

export const changeTaskSchema = z.object({ ...which, ...content, ...asking })

export const markTaskSchema = z.object(which)

export const declineTaskSchema = z.object({ ...which, reason: lines(500).min(1, 'reason') })

/** One organisation's part by its id; empty for a task of the coordinators'. */
export const moveTaskSchema = z.object({
  ...{ ...which, partner: z.uuid().or(z.literal('')).default('') },
  move: z.enum(MOVES),
  note: lines(2000).default(''),
  link: link.default(''),
  reason: lines(500).default(''),
  day: optionalDay.default(null),
})

export const takeSuggestedSchema = z.object({
  regionId: z.uuid(),
  suggestion: z.string().regex(/^[a-z-]{1,60}\.tasks\.[a-z0-9-]{1,80}$/),
})

const chosen = z.string().regex(/^[0-9a-f-]{36}@\d{1,9}$/)

/** Rows ticked in the list, each with the version that was seen. */
export const changeTasksSchema = z.object({
  regionId: z.uuid(),
  tasks: z
    .union([chosen.transform((one) => [one]), z.array(chosen).max(500)], 'chooseSome')
    .transform((rows) => rows.map(readChosen)),
  what: z.enum(['dueOn', 'state', 'archive', 'copy']),
  dueOn: optionalDay.default(null),
  state: z.enum(['open', 'done']).default('done'),
  months: z.coerce.number().int().min(0).max(60).default(6),
})

function readChosen(row: string) {
  const [id = '', version = ''] = row.split('@')
  return { id, version: Number(version) }
}

export const DUE = ['overdue', 'week', 'month', 'none'] as const

/** The list's state as it stands in the address. */
export const taskFilterSchema = z.object({
  q: inAddress(z.string().trim().max(200).min(1)),
  step: inAddress(z.string().regex(/^[a-z-]{1,60}$/)),
  partner: inAddress(z.uuid()),
  person: inAddress(z.uuid()),
  state: inAddress(z.enum([...TASK_STATES, 'check', 'all', 'aside'])),
  due: inAddress(z.enum(DUE)),
  view: z.enum(['list', 'board']).catch('list'),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})

export type AddTask = z.output<typeof addTaskSchema>
export type ProposeTask = z.output<typeof proposeTaskSchema>
export type ChangeTask = z.output<typeof changeTaskSchema>
export type MarkTask = z.output<typeof markTaskSchema>
export type DeclineTask = z.output<typeof declineTaskSchema>
export type MoveTask = z.output<typeof moveTaskSchema>
export type TakeSuggested = z.output<typeof takeSuggestedSchema>
export type ChangeTasks = z.output<typeof changeTasksSchema>
export type TaskFilter = z.output<typeof taskFilterSchema>
