import { toFile } from '@/lib/guidebook/edition/file'
import type { Bundle } from '@/lib/guidebook/edition/schema'
import { readEdition } from '../../prisma/edition/read'

/** The guidebook's first edition as a file, changed as wanted. */
export async function editionFile(change: (file: Bundle) => void = () => {}): Promise<Bundle> {
  const file = structuredClone(toFile(await readEdition()))
  change(file)
  return file
}

/** A file as a form sends it. */
export function asFile(content: unknown): File {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  return new File([text], 'edition.json', { type: 'application/json' })
}

/** Some changes of each kind in the first step: one item dropped, one added, one made essential. */
export function changeSome(file: Bundle): void {
  const [step] = file.content.steps
  if (!step) throw new Error('An edition has steps')
  const [first, ...others] = step.checklist
  const dropped = others.find(({ essential }) => !essential)
  const kept = step.checklist.filter((item) => item !== dropped)
  const promoted = kept.find(({ essential }) => !essential)
  if (!first || !dropped || !promoted) throw new Error('The first step has such items')
  promoted.essential = true
  first.label = 'Write down the skills gap in one question'
  const added = { ...first, slug: 'gap-heard', label: 'Hear those who live with the gap' }
  step.checklist = [...kept, { ...added, id: 'purpose.checklist.gap-heard', essential: true }].map(
    (item, index) => ({ ...item, order: index + 1 }),
  )
  step.tasks = step.tasks.map((task) => ({
    ...task,
    supports: task.supports.map((slug) => (slug === dropped.slug ? first.slug : slug)),
  }))
  Reflect.deleteProperty(file.german, dropped.id)
  file.german['purpose.checklist.gap-heard'] = {
    label: 'Denen zuhören, die mit der Lücke leben',
    doneWhen: 'Drei Gespräche sind notiert.',
  }
}
