import { v7 as uuid } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '@/lib/auth/rules'
import { undoEntry } from '@/lib/journey/undo/data'
import { archiveTask } from '@/lib/tasks/changes'
import { getTask } from '@/lib/tasks/data'
import { attachFile, attachPage, detach } from '@/lib/tasks/files/changes'
import { withFile } from '@/lib/tasks/files/take'
import { moveTask } from '@/lib/tasks/moves'
import { createWorld, type World } from '../support/cast'
import { denialOf } from '../support/denial'
import { sql } from '../support/owner'

let world: World
beforeEach(async () => {
  world = await createWorld()
  await sql('delete from task_pages where region_id = $1', [world.own.id])
  await sql('delete from task_files where region_id = $1', [world.own.id])
})

const place = () => ({ regionId: world.own.id, id: world.own.task })
const file = () => ({
  ...{
    id: uuid(),
    fileName: 'plan.pdf',
    fileType: 'application/pdf',
    fileSize: 4,
    fileSha256: 'x',
  },
})
const page = (words = '') => ({ ...place(), url: 'https://city.example/strategy', words })
const read = (viewer: Viewer = world.viewers.partner) =>
  getTask(viewer, world.own.slug, world.own.task, 'en')
const lastKind = async () => (await read()).activity[0]

/** Ticks the partner's part off with a file. */
async function tickWithFile() {
  const { own, viewers } = world
  const { parts } = (await read()).task
  const part = parts.find(({ partnerId }) => partnerId === own.partner)
  const photo = file()
  await moveTask(
    viewers.partner,
    {
      ...{ ...place(), partner: own.partner, move: 'tick', version: part?.version ?? 0 },
      ...{ note: '', link: '', reason: '', day: null },
    },
    photo,
  )
  return photo.id
}

describe('what helps with a task', () => {
  test('is put there by coordinators, and read by those who are asked', async () => {
    const { coordinator } = world.viewers
    await attachFile(coordinator, place(), file())
    await attachPage(coordinator, page('The strategy'))
    const { files, pages } = await read()
    expect(files).toMatchObject([{ fileName: 'plan.pdf', partnerId: null, mine: false }])
    expect(pages).toMatchObject([{ url: 'https://city.example/strategy', words: 'The strategy' }])
    expect(await lastKind()).toMatchObject({
      kind: 'task.attached',
      after: { attached: 'The strategy' },
    })
  })

  test('goes off it again, and its name stays in the history', async () => {
    const { coordinator } = world.viewers
    await attachFile(coordinator, place(), file())
    await attachPage(coordinator, page())
    const { files, pages } = await read()
    for (const { id } of [...files, ...pages]) {
      await detach(coordinator, { ...place(), attached: id })
    }
    expect(await read()).toMatchObject({ files: [], pages: [] })
    expect(await lastKind()).toMatchObject({
      kind: 'task.detached',
      before: { attached: 'https://city.example/strategy' },
    })
    const again = detach(coordinator, { ...place(), attached: files[0]?.id ?? '' })
    expect(await denialOf(again)).toBe('not-found')
  })

  test('stays with a task that is set aside, and has its limit', async () => {
    const { coordinator } = world.viewers
    for (let count = 0; count < 20; count += 1) await attachPage(coordinator, page())
    expect(await denialOf(attachPage(coordinator, page()))).toBe('invalid: evidenceFull')
    await archiveTask(coordinator, { ...place(), version: 1 })
    expect(await denialOf(attachFile(coordinator, place(), file()))).toBe('conflict')
  })

  test('is a file of a kind that is taken, or nothing is kept', async () => {
    const { coordinator } = world.viewers
    const script = new File(['#!/bin/sh\n\0'], 'run.sh')
    const sent = withFile(world.own.id, script, async (taken) => {
      if (taken) await attachFile(coordinator, place(), taken)
    })
    expect(await denialOf(sent)).toMatch(/^invalid: file:/)
    expect((await read()).files).toEqual([])
  })
})

describe('what a partner attached', () => {
  test('they take off themselves until their part is done, and nobody else’s', async () => {
    const { coordinator, partner } = world.viewers
    await attachFile(coordinator, place(), file())
    const [help] = (await read()).files
    const foreign = detach(partner, { ...place(), attached: help?.id ?? '' })
    expect(await denialOf(foreign)).toBe('forbidden')
    const photo = await tickWithFile()
    expect((await read()).files.find(({ id }) => id === photo)).toMatchObject({ mine: true })
    await detach(partner, { ...place(), attached: photo })
    expect((await read()).files.map(({ id }) => id)).toEqual([help?.id])
  })

  test('stays once it is done', async () => {
    const { coordinator, partner } = world.viewers
    const { own } = world
    const photo = await tickWithFile()
    const { parts } = (await read()).task
    const version = parts.find(({ partnerId }) => partnerId === own.partner)?.version ?? 0
    await moveTask(coordinator, {
      ...{ ...place(), partner: own.partner, move: 'accept', version },
      ...{ note: '', link: '', reason: '', day: null },
    })
    const late = detach(partner, { ...place(), attached: photo })
    expect(await denialOf(late)).toBe('forbidden')
  })

  test('goes with the tick-off that is taken back', async () => {
    const { partner } = world.viewers
    await tickWithFile()
    const { activity } = await read()
    await undoEntry(partner, { regionId: world.own.id, entry: activity[0]?.id ?? '' })
    expect((await read()).files).toEqual([])
  })

  test('shows the item again when it is accepted anew', async () => {
    const { coordinator } = world.viewers
    const { own } = world
    const photo = await tickWithFile()
    const accept = async () => {
      const { parts } = (await read()).task
      const version = parts.find(({ partnerId }) => partnerId === own.partner)?.version ?? 0
      await moveTask(coordinator, {
        ...{ ...place(), partner: own.partner, move: 'accept', version },
        ...{ note: '', link: '', reason: '', day: null },
      })
    }
    const shown = () =>
      sql('select 1 from evidence where id = $1 and removed_at is null', [photo]).then(
        (rows) => rows.length,
      )
    await accept()
    expect(await shown()).toBe(1)
    const [done] = (await read()).activity
    await undoEntry(coordinator, { regionId: own.id, entry: done?.batch ?? '' })
    expect(await shown()).toBe(0)
    await accept()
    expect(await shown()).toBe(1)
  })
})
