import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createWorld, type World } from '../support/cast'
import { sql } from '../support/owner'
import { startSink } from '../support/smtp-sink'

const HOUR = 3_600_000
const sink = await startSink([])
vi.stubEnv('SMTP_URL', sink.url)
const { asViewer } = await import('@/lib/db/as-viewer')
const { findTaskCard } = await import('@/lib/auth/task-link')
const { sendDueLetter } = await import('@/lib/jobs/send-letters')
const { notify } = await import('@/lib/notices/notify')
const { removeMember } = await import('@/lib/people/members')
const { getTaskCard } = await import('@/lib/tasks/card/data')
const { commentCard, moveCard } = await import('@/lib/tasks/card/moves')
const { archiveTask, changeTask } = await import('@/lib/tasks/changes')
const { getTask, listTasks } = await import('@/lib/tasks/data')
const { endLink, endOwnLink } = await import('@/lib/tasks/links/data')
const { moveTask } = await import('@/lib/tasks/moves')
const { taskFilterSchema } = await import('@/lib/tasks/schema')

let world: World
beforeEach(async () => {
  await sql('delete from mailboxes; delete from notices')
  world = await createWorld()
  sink.mails.length = 0
})
afterAll(() => sink.stop())

type Kind = 'task.assigned' | 'task.submitted' | 'task.reminder'

/** Mails somebody about the region's task and gives the secret in the mail, if there is one. */
async function mailed(
  role: 'partner' | 'coordinator' | 'observer' = 'partner',
  kind: Kind = 'task.assigned',
  subject = world.own.task,
): Promise<string | null> {
  const { userId } = world.viewers[role]
  await asViewer(world.viewers.coordinator, (db) =>
    notify(db, world.own.id, [{ userId, kind, subject, facts: { title: 'Bring figures' } }]),
  )
  sink.mails.length = 0
  await sql('update mailboxes set mailed_at = null, due_at = now() where user_id = $1', [userId])
  expect(await sendDueLetter(userId, new Date(Date.now() + HOUR))).toBe(true)
  const text = sink.mails[0]?.parts.get('text/plain') ?? ''
  return /\/t\/([\w-]{43})/.exec(text)?.[1] ?? null
}

async function openCard(secret: string | null) {
  const card = await findTaskCard(secret ?? '')
  if (!card) throw new Error('The address opens nothing.')
  return card
}

const nothing = { version: 1, note: '', link: '', reason: '', day: null, file: null }

describe('a mailed address', () => {
  test('leads a partner to the card, and a coordinator to sign in', async () => {
    const card = await openCard(await mailed())
    expect(card).toMatchObject({ taskId: world.own.task, partnerId: world.own.partner })
    expect(card.viewer.userId).toBe(world.viewers.partner.userId)
    expect(await mailed('coordinator')).toBeNull()
    expect(sink.mails[0]?.parts.get('text/plain')).toContain(`/tasks/${world.own.task}`)
  })

  test('is made only by mails that ask for something', async () => {
    expect(await mailed('partner', 'task.submitted')).toBeNull()
    expect(await mailed('partner', 'task.reminder')).not.toBeNull()
  })

  test('is the same in a later mail, and lives thirty days from it', async () => {
    const first = await mailed()
    await sql(`update task_links set expires_at = now() - interval '1 minute'`)
    expect(await findTaskCard(first ?? '')).toBeNull()
    expect(await mailed('partner', 'task.reminder')).toBe(first)
    expect(await findTaskCard(first ?? '')).not.toBeNull()
    const [link] = await sql<{ days: number }>(
      `select extract(day from expires_at - sent_at)::int as days from task_links
        where user_id = $1`,
      [world.viewers.partner.userId],
    )
    expect(link?.days).toBe(30)
  })

  test('is kept as a hash only', async () => {
    const secret = (await mailed()) ?? 'none'
    for (const table of ['task_links', 'notices', 'mailboxes', 'activities', 'jobs.jobs']) {
      expect(JSON.stringify(await sql(`select * from ${table}`))).not.toContain(secret)
    }
  })

  test('carries no programme role, and a place in its one region', async () => {
    await sql(`update users set programme_role = 'admin' where id = $1`, [
      world.viewers.partner.userId,
    ])
    const { viewer } = await openCard(await mailed())
    expect(viewer.programmeRole).toBeNull()
    expect(viewer.memberships.map(({ regionId }) => regionId)).toEqual([world.own.id])
  })

  test('opens nothing for what never was', async () => {
    for (const secret of ['', 'none', 'a'.repeat(43)]) expect(await findTaskCard(secret)).toBeNull()
  })

  const ends: [string, () => Promise<unknown>][] = [
    ['its person ends it', async () => endOwnLink(await openCard(secret))],
    [
      'a coordinator ends it',
      () =>
        endLink(world.viewers.coordinator, {
          ...{ regionId: world.own.id, id: world.own.task },
          userId: world.viewers.partner.userId,
        }),
    ],
    ['it is too old', () => sql(`update task_links set expires_at = now()`)],
    [
      'the part is done',
      () =>
        moveTask(world.viewers.coordinator, {
          ...{ regionId: world.own.id, id: world.own.task, partner: world.own.partner },
          ...{ version: 1, move: 'tick', note: '', link: '', reason: '', day: null },
        }),
    ],
    [
      'the task is set aside',
      () =>
        archiveTask(world.viewers.coordinator, {
          ...{ regionId: world.own.id, id: world.own.task, version: 1 },
        }),
    ],
    [
      'the organisation is not asked any more',
      () =>
        changeTask(world.viewers.coordinator, {
          ...{ regionId: world.own.id, id: world.own.task, version: 1, title: 'Bring figures' },
          ...{ doneWhen: '', serves: 'purpose', link: '', dueOn: null, forWhom: 'partners' },
          ...{ partners: [world.own.otherPartner], person: '', skipCheck: false },
          repeatMonths: null,
        }),
    ],
    [
      'its person is removed from the region',
      async () => {
        const [member] = await sql('select id from members where region_id = $1 and user_id = $2', [
          world.own.id,
          world.viewers.partner.userId,
        ])
        await removeMember(world.viewers.coordinator, {
          regionId: world.own.id,
          id: member?.id as string,
        })
      },
    ],
    [
      'its person only watches from now on',
      () =>
        sql(`update members set role = 'observer', partner_id = null where user_id = $1`, [
          world.viewers.partner.userId,
        ]),
    ],
    [
      'its person is barred',
      () =>
        sql('update users set disabled_at = now() where id = $1', [world.viewers.partner.userId]),
    ],
    [
      'the region rests',
      () => sql('update regions set archived_at = now() where id = $1', [world.own.id]),
    ],
    [
      'the organisation is set aside',
      () => sql('update partners set archived_at = now() where id = $1', [world.own.partner]),
    ],
  ]
  let secret: string | null

  test.each(ends)('opens nothing once %s', async (_why, end) => {
    secret = await mailed()
    await openCard(secret)
    await end()
    expect(await findTaskCard(secret ?? '')).toBeNull()
  })

  test('is another one after it was ended', async () => {
    const first = await mailed()
    await endOwnLink(await openCard(first))
    const second = await mailed()
    expect(second).not.toBe(first)
    expect(await findTaskCard(first ?? '')).toBeNull()
    await openCard(second)
  })
})

describe('whoever comes by it', () => {
  test('is shown the card of their organisation, and of others nothing', async () => {
    await sql(
      `update task_partners set note = 'A secret of the others', reason = '' where partner_id = $1`,
      [world.own.otherPartner],
    )
    const card = await getTaskCard(await openCard(await mailed()), 'en')
    expect(card.task.title).toBe(world.own.mark)
    expect(card.part?.partnerId).toBe(world.own.partner)
    expect(card.serves).toBe('Write the skills gap as one question')
    expect(JSON.stringify(card)).not.toContain('A secret of the others')
  })

  test('ticks it off in their own name', async () => {
    const card = await openCard(await mailed())
    expect(await moveCard(card, { ...nothing, move: 'tick', note: 'It is there' })).toEqual({
      done: false,
    })
    const [part] = await sql(
      'select state, note, submitted_by_id as by from task_partners where task_id = $1 and partner_id = $2',
      [world.own.task, world.own.partner],
    )
    expect(part).toEqual({
      ...{ state: 'submitted', note: 'It is there', by: world.viewers.partner.userId },
    })
    const told = await sql(`select user_id from notices where kind = 'task.submitted'`)
    expect(told).toEqual([{ user_id: world.viewers.coordinator.userId }])
  })

  test('ticks it off once, however often it is sent', async () => {
    const card = await openCard(await mailed())
    const key = crypto.randomUUID()
    await moveCard(card, { ...nothing, move: 'tick' }, key)
    await expect(moveCard(card, { ...nothing, move: 'tick' }, key)).rejects.toThrow('repeated')
    await expect(moveCard(card, { ...nothing, move: 'tick' })).rejects.toThrow('conflict')
  })

  test('makes the next of a task that comes again, for all who were asked', async () => {
    await sql('update tasks set skip_check = true, repeat_months = 6 where id = $1', [
      world.own.task,
    ])
    await sql(`update task_partners set state = 'done' where task_id = $1 and partner_id = $2`, [
      world.own.task,
      world.own.otherPartner,
    ])
    const card = await openCard(await mailed())
    expect(await moveCard(card, { ...nothing, move: 'tick', note: 'Done' })).toEqual({ done: true })
    const next = await sql(
      `select partner_id from task_partners o join tasks t on t.id = o.task_id
        where t.made_from_id = $1`,
      [world.own.task],
    )
    expect(next.map(({ partner_id }) => partner_id).sort()).toEqual(
      [world.own.partner, world.own.otherPartner].sort(),
    )
    const [task] = await sql('select state from tasks where id = $1', [world.own.task])
    expect(task?.state).toBe('done')
    const shown = await sql(`select words from evidence where kind = 'note' and region_id = $1`, [
      world.own.id,
    ])
    expect(JSON.stringify(shown)).toContain('Done')
  })

  test('does not finish the task for the others who are asked', async () => {
    await sql('update tasks set skip_check = true where id = $1', [world.own.task])
    await moveCard(await openCard(await mailed()), { ...nothing, move: 'tick' })
    const [task] = await sql('select state from tasks where id = $1', [world.own.task])
    expect(task?.state).toBe('open')
  })

  test('hands it back with a reason, or with a later day', async () => {
    const card = await openCard(await mailed())
    await expect(moveCard(card, { ...nothing, move: 'not_us' })).rejects.toThrow('reason:reason')
    await expect(moveCard(card, { ...nothing, move: 'later' })).rejects.toThrow('day:required')
    await moveCard(card, { ...nothing, move: 'later', day: '2031-05-06' })
    const [part] = await sql(
      `select back, proposed_due_on::text as day from task_partners
        where task_id = $1 and partner_id = $2`,
      [world.own.task, world.own.partner],
    )
    expect(part).toEqual({ back: 'later', day: '2031-05-06' })
  })

  test('says something about it, and the coordinators hear of it', async () => {
    await commentCard(await openCard(await mailed()), 'Which figures do you mean?')
    const [comment] = await sql(
      'select author_role, text, author_id from comments where subject = $1',
      [world.own.task],
    )
    expect(comment).toEqual({
      ...{ author_role: 'partner', text: 'Which figures do you mean?' },
      author_id: world.viewers.partner.userId,
    })
    expect(
      await sql(`select user_id from notices where kind = 'comment.mention' and subject = $1`, [
        world.own.task,
      ]),
    ).toEqual([{ user_id: world.viewers.coordinator.userId }])
  })

  test('reaches no other task, page or table, not even by a statement of their own', async () => {
    const { viewer } = await openCard(await mailed())
    const filter = taskFilterSchema.parse({ state: 'all' })
    const { tasks } = await listTasks(viewer, world.own.slug, 'en', filter)
    expect(tasks.map(({ id }) => id)).toEqual([world.own.task])
    await expect(getTask(viewer, world.own.slug, world.own.proposal, 'en')).rejects.toThrow(
      'not-found',
    )
    const tables = await sql<{ name: string }>(
      `select c.relname as name from pg_class c where relkind = 'r' and relrowsecurity
        and relnamespace = 'public'::regnamespace order by 1`,
    )
    const seen: Record<string, number> = {}
    for (const { name } of tables) {
      // The guidebook is everybody's.
      if (/^(editions|guide_.*)$/.test(name)) continue
      const [row] = await asViewer(viewer, (db) =>
        db.$queryRawUnsafe<{ rows: number }[]>(`select count(*)::int as rows from ${name}`),
      ).catch((error: unknown) => {
        if (/permission denied/.test(String(error))) return []
        throw error
      })
      if (row?.rows) seen[name] = row.rows
    }
    expect(seen).toEqual({
      // The region's name, themselves and the coordinators to be told, the two who are asked.
      ...{ regions: 1, users: 1, members: 2, partners: 2, tasks: 1, task_partners: 2 },
      // What helps with it; their own address; what shows the item that the task serves.
      ...{ task_files: 1, task_pages: 1, task_links: 1, evidence: 1 },
    })
  })

  test('changes nothing beyond it by a statement of their own', async () => {
    const { viewer } = await openCard(await mailed())
    const send = (statement: string) =>
      asViewer(viewer, (db) => db.$executeRawUnsafe(statement)).catch((error: unknown) => {
        if (/row-level security|permission denied/.test(String(error))) return 0
        throw error
      })
    for (const statement of [
      `update tasks set title = 'x' where id <> '${world.own.task}'`,
      `update task_partners set note = 'x' where partner_id = '${world.own.otherPartner}'`,
      `update partners set city = 'x'`,
      `update users set name = 'x'`,
      `update regions set name = 'x'`,
      `delete from members`,
      `update ticks set state = 'done'`,
      `update task_links set expires_at = '2099-01-01'`,
      `insert into tasks (region_id, id, title, for_kind, state, proposed_by_partner_id)
        values ('${world.own.id}', gen_random_uuid(), 'x', 'partners', 'proposed', '${world.own.partner}')`,
      `insert into comments (region_id, id, step, subject, author_id, author_role, text)
        values ('${world.own.id}', gen_random_uuid(), '', '${world.own.proposal}', '${viewer.userId}', 'partner', 'x')`,
      `insert into evidence (region_id, id, entry, step, kind, words, dated_on, added_by_id)
        values ('${world.own.id}', gen_random_uuid(), 'purpose.milestones.x', 'purpose', 'note', 'x', now(), '${viewer.userId}')`,
      `insert into notices (region_id, id, user_id, kind, subject)
        values ('${world.own.id}', gen_random_uuid(), '${world.viewers.coordinator.userId}', 'digest', 'x')`,
    ]) {
      expect({ statement, changed: await send(statement) }).toEqual({ statement, changed: 0 })
    }
  })
})

test('every table has its second lock against whoever comes by a mailed address', async () => {
  const open = await sql<{ name: string }>(
    `select c.relname as name from pg_class c where relkind = 'r' and relrowsecurity
      and relnamespace = 'public'::regnamespace
      and not exists (select from pg_policies p where p.tablename = c.relname
        and p.policyname = 'card' and p.permissive = 'RESTRICTIVE' and p.cmd = 'ALL'
        and p.roles = '{lep_app}')
      and c.relname not like 'guide\\_%' order by 1`,
  )
  expect(open.map(({ name }) => name)).toEqual(['editions', 'idempotency_keys', 'throttles'])
})
