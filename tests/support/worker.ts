import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

// Runs before a test file is loaded: gives it a database of its own and the settings to reach it.
const template = inject('template')
const name = `t_${randomUUID().replaceAll('-', '')}`

async function onServer(statement: string) {
  const url = new URL(template.ownerUrl)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(statement)
  await client.end()
}

function inDatabase(base: string) {
  const url = new URL(base)
  url.pathname = `/${name}`
  return url.href
}

await onServer(`create database ${name} template ${new URL(template.ownerUrl).pathname.slice(1)}`)
process.env.TEST_OWNER_URL = inDatabase(template.ownerUrl)
process.env.APP_DATABASE_URL = inDatabase(template.appUrl)
process.env.NEXTAUTH_SECRET = 'a-secret-of-the-tests-and-nothing-else'
process.env.APP_URL = 'http://journey.test'
process.env.EMBEDDED = '1'
process.env.SAMPLE = '1'
process.env.DATA_DIR = join(template.folder, name)
process.env.LOG_LEVEL = 'silent'

afterAll(() => onServer(`drop database ${name} with (force)`))
