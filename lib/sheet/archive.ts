import { inflateRawSync } from 'node:zlib'

/** A spreadsheet of 1 MB may hold this much XML; more is an attack. */
const MOST_INFLATED = 16 * 1024 * 1024

const END = 0x06054b50
const ENTRY = 0x02014b50
const STORED = 0
const DEFLATED = 8

/**
 * The XML files of a ZIP archive by their paths, as its directory lists them. Throws a RangeError
 * for an archive that is broken, or that would grow beyond 16 MB.
 */
export function readArchive(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new RangeError('No ZIP directory')
  const count = bytes.readUInt16LE(end + 10)
  const entries = listEntries(bytes, bytes.readUInt32LE(end + 16), count)
  const inflated = entries.reduce((sum, { size }) => sum + size, 0)
  if (inflated > MOST_INFLATED) throw new RangeError('Too much within')
  const wanted = entries.filter(({ path }) => /\.(xml|rels)$/.test(path))
  return new Map(wanted.map((entry) => [entry.path, inflate(bytes, entry)]))
}

interface Entry {
  path: string
  method: number
  packed: number
  size: number
  at: number
}

function listEntries(bytes: Buffer, start: number, count: number): Entry[] {
  const entries: Entry[] = []
  for (let at = start; entries.length < count;) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new RangeError('Broken ZIP directory')
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field))
    const path = bytes.toString('utf8', at + 46, at + 46 + (name ?? 0))
    entries.push({
      path,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

function inflate(bytes: Buffer, { method, packed, size, at }: Entry): string {
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const body = bytes.subarray(start, start + packed)
  if (method === STORED && packed === size) return body.toString('utf8')
  if (method !== DEFLATED) throw new RangeError('Unknown compression')
  // An entry that says it is small and is not is cut off here.
  return inflateRawSync(body, { maxOutputLength: size + 1 }).toString('utf8')
}
