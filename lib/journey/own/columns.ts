import { sql } from '@/lib/db/sql'

/** A region's own entry `o` as one JSON object, as OwnEntryRow has it. */
export const ownColumns = sql`json_build_object(
  'id', o.id, 'step', o.step, 'kind', o.kind, 'title', o.title, 'doneWhen', o.done_when,
  'position', o.position, 'archived', o.archived_at is not null, 'version', o.version)`
