import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'

const unpack = promisify(inflateRaw)

const MOST_ENTRIES = 5000
const MOST_UNPACKED = 200 * 1024 * 1024
const END = 22

export interface ZipEntry {
  name: string
  packed: Buffer
  isDeflated: boolean
  size: number
  crc: number
}

/**
 * The entries of an archive, read more strictly than programs do, so that it means the same to all
 * of them: nothing before, between or behind the entries, both lists alike, no name twice, none
 * that leads elsewhere, and no size beyond reason. Null for anything else, locked entries too.
 */
export function readZip(bytes: Buffer): ZipEntry[] | null {
  const end = bytes.length - END
  if (end < 0 || bytes.readUInt32LE(end) !== 0x06054b50) return null
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const isWhole =
    bytes.readUInt32LE(end + 4) === 0 &&
    bytes.readUInt16LE(end + 8) === count &&
    at + bytes.readUInt32LE(end + 12) === end
  if (!isWhole || count === 0 || count > MOST_ENTRIES) return null
  const first = at
  const entries: (ZipEntry & { from: number; to: number })[] = []
  for (let number = 0; number < count; number++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return null
    const lengths = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    const next = at + 46 + lengths.reduce((sum, length) => sum + length, 0)
    const entry = next > end ? null : readEntry(bytes, at, first)
    if (!entry) return null
    entries.push(entry)
    at = next
  }
  return at === end && isSeamless(entries, first) && isReasonable(entries, bytes.length)
    ? entries
    : null
}

function readEntry(bytes: Buffer, at: number, limit: number) {
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)]
  const [crc, length] = [bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 20)]
  const [size, from] = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 42)]
  const rawName = bytes.subarray(at + 46, at + 46 + bytes.readUInt16LE(at + 28))
  const isLocked = (flags & 0x2041) !== 0
  if (isLocked || (method !== 0 && method !== 8) || from + 30 > limit) return null
  if (bytes.readUInt32LE(from) !== 0x04034b50 || bytes.readUInt16LE(from + 8) !== method)
    return null
  const nameLength = bytes.readUInt16LE(from + 26)
  const start = from + 30 + nameLength + bytes.readUInt16LE(from + 28)
  const sameName = bytes.subarray(from + 30, from + 30 + nameLength).equals(rawName)
  if (!sameName || start + length > limit || (method === 0 && size !== length)) return null
  const described = flags & 8 ? 24 : 0
  return {
    name: rawName.toString('utf8'),
    packed: bytes.subarray(start, start + length),
    isDeflated: method === 8,
    ...{ size, crc, from, to: start + length, described },
  }
}

/** Each entry begins where the one before ends, but for the few bytes that may describe it. */
function isSeamless(entries: { from: number; to: number; described?: number }[], limit: number) {
  const ordered = [...entries].sort((a, b) => a.from - b.from)
  let [most, least] = [0, 0]
  for (const { from, to, described = 0 } of [...ordered, { from: limit, to: limit }]) {
    if (from < least || from > most) return false
    ;[least, most] = [to, to + described]
  }
  return true
}

function isReasonable(entries: ZipEntry[], length: number): boolean {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  const leadsElsewhere = ({ name }: ZipEntry) =>
    /^[/\\]|^[a-z]:|\\|\p{Cc}|\ufffd/iu.test(name) || name.split('/').includes('..')
  return (
    names.size === entries.length &&
    total <= Math.min(MOST_UNPACKED, 10 * 1024 * 1024 + 150 * length) &&
    !entries.some(leadsElsewhere)
  )
}

/** An entry's content, or null where it is not what the archive says of it. */
export async function unpackEntry({ packed, isDeflated, size, crc }: ZipEntry) {
  try {
    // One byte more than promised is a lie, and enough to know it.
    const content = isDeflated ? await unpack(packed, { maxOutputLength: size + 1 }) : packed
    return content.length === size && crc32(content) === crc ? content : null
  } catch {
    return null
  }
}
