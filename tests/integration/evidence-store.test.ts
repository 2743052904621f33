import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, readdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBucketStore } from '@/lib/evidence/store/bucket'
import { createFolderStore } from '@/lib/evidence/store/folder'
import type { EvidenceStore } from '@/lib/evidence/store/store'

/** The few words of S3 that the store speaks, kept in memory. */
const objects = new Map<string, { bytes: Buffer; type: string; signed: boolean }>()
let bucket: Server
let address = ''

beforeAll(async () => {
  bucket = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url?.split('?')[0] ?? ''
      const type = request.headers['content-type'] ?? ''
      const signed = /^AWS4-HMAC-SHA256 Credential=key\//.test(request.headers.authorization ?? '')
      const found = objects.get(path)
      if (request.method === 'PUT')
        objects.set(path, { bytes: Buffer.concat(chunks), type, signed })
      if (request.method === 'DELETE') objects.delete(path)
      if (request.method !== 'GET') return response.writeHead(200).end()
      if (found) return response.writeHead(200).end(found.bytes)
      const missing = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>'
      return response.writeHead(404, { 'content-type': 'application/xml' }).end(missing)
    })
  })
  await new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(bucket.address() as AddressInfo).port}`
})
afterAll(() => bucket.close())

const STORES: Record<string, () => Promise<EvidenceStore>> = {
  'the folder': async () => createFolderStore(await mkdtemp(join(tmpdir(), 'lep-evidence-'))),
  'the bucket': async () =>
    createBucketStore({
      ...{ bucket: 'evidence-of-tests', endpoint: address, region: 'eu-central-1' },
      credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
    }),
}

describe.each(Object.entries(STORES))('%s', (_name, createStore) => {
  test('gives back what it was given, and nothing for what it was not', async () => {
    const store = await createStore()
    const key = `${randomUUID()}/${randomUUID()}`
    expect(await store.open(key)).toBeNull()
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251))
    await store.put(key, bytes)
    const body = await store.open(key)
    expect(Buffer.from(await new Response(body).arrayBuffer())).toEqual(bytes)
    await store.remove(key)
    await store.remove(key)
    expect(await store.open(key)).toBeNull()
  })
})

test('the folder is the app’s own, and no key leads out of it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lep-evidence-'))
  const store = createFolderStore(folder)
  const [region, id] = [randomUUID(), randomUUID()]
  await store.put(`${region}/${id}`, Buffer.from('x'))
  expect((await stat(join(folder, region, id))).mode & 0o777).toBe(0o600)
  expect(await readdir(join(folder, region))).toEqual([id])
  for (const key of ['../x', `${region}/../../x`, '/etc/passwd', `${region}/${id}/x`]) {
    await expect(store.put(key, Buffer.from('x'))).rejects.toThrow('No key')
  }
})

test('the bucket is asked with a signature, and would show nothing as a page', async () => {
  const store = await STORES['the bucket']?.()
  const key = `${randomUUID()}/${randomUUID()}`
  await store?.put(key, Buffer.from('<script>'))
  const kept = objects.get(`/evidence-of-tests/evidence/${key}`)
  expect(kept).toMatchObject({ signed: true, type: 'application/octet-stream' })
})
