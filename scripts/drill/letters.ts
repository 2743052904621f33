import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { startSink } from '../../tests/support/smtp-sink'
import { addScene } from '../bench/scene'
import { ask, listSettings, startProgram } from '../bench/process'

/** What came of mails while those who send them were killed. */
export type Delivery = { mails: number; kills: number; lost: number; twice: number; most: number }

const mailer = fileURLToPath(new URL('./mailer-process.ts', import.meta.url))

/**
 * Lets as many mails as there are people become due and kills whoever sends them again and again,
 * each time in the midst of it; `most` is how often the mail that came most often came.
 */
export async function drillLetters(
  urls: { ownerUrl: string; appUrl: string },
  mails: number,
  kills: number,
): Promise<Delivery> {
  const people = await prepare(urls.ownerUrl, mails)
  const sink = await startSink()
  const settings = { ...listSettings(urls), SMTP_URL: sink.url }
  try {
    for (let kill = 1; kill <= kills; kill++) {
      // Each strikes at another moment: somewhere within the sending of one of the next mails.
      await killAfter(settings, sink, (kill * mails) / (kills + 1))
    }
    const last = startProgram(mailer, settings)
    try {
      await until(() => jobsAreDone(urls.ownerUrl))
      await ask<number>(last, {})
    } finally {
      last.kill('SIGKILL')
    }
  } finally {
    await sink.stop()
  }
  const counts = people.map((address) => sink.mails.filter(({ to }) => to === address).length)
  return {
    ...{ mails, kills, lost: counts.filter((count) => count === 0).length },
    twice: counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    most: Math.max(...counts),
  }
}

async function killAfter(
  settings: NodeJS.ProcessEnv,
  sink: { mails: readonly unknown[] },
  count: number,
): Promise<void> {
  const program = startProgram(mailer, settings)
  const ended = once(program, 'exit')
  await until(() => Promise.resolve(sink.mails.length >= count))
  await new Promise((done) => setTimeout(done, Math.random() * 20))
  program.kill('SIGKILL')
  await ended
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 120_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('The mails do not come on.')
    await new Promise((done) => setTimeout(done, 1))
  }
}

/** None is left but those that the dead still hold. */
async function jobsAreDone(ownerUrl: string): Promise<boolean> {
  await new Promise((done) => setTimeout(done, 100))
  const db = new pg.Client({ connectionString: ownerUrl })
  await db.connect()
  try {
    const { rowCount } = await db.query(
      `select 1 from jobs._private_jobs j join jobs._private_tasks t on t.id = j.task_id
        where t.identifier = 'send_letter' and j.locked_at is null`,
    )
    return rowCount === 0
  } finally {
    await db.end()
  }
}

/** Adds people to a region, each with something to be told that is due at once. Gives their addresses. */
async function prepare(ownerUrl: string, count: number): Promise<string[]> {
  const db = new pg.Client({ connectionString: ownerUrl })
  await db.connect()
  try {
    const { regionId } = await addScene(db)
    const ids = Array.from({ length: count }, () => uuid())
    const emails = ids.map((id) => `${id}@drill.example`)
    await db.query(
      `insert into users (id, email, name, email_verified)
        select *, 'Reader', now() from unnest($1::uuid[], $2::text[])`,
      [ids, emails],
    )
    await db.query(
      `insert into members (region_id, id, user_id, role)
        select $1, gen_random_uuid(), id, 'observer' from unnest($2::uuid[]) id`,
      [regionId, ids],
    )
    await db.query(
      `insert into notices (region_id, id, user_id, kind, subject, facts)
        select $1, gen_random_uuid(), id, 'task.assigned', id, '{"title": "A task of the drill"}'
        from unnest($2::uuid[]) id`,
      [regionId, ids],
    )
    await db.query('begin')
    await db.query(`select queue_letters($1::uuid[], now(), 'Europe/Vienna')`, [ids])
    await db.query('commit')
    return emails
  } finally {
    await db.end()
  }
}
