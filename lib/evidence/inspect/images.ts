import { crc32 } from 'node:zlib'
import type { Finding } from '@/lib/evidence/inspect/fault'
import { endsInZip, hasMarkup } from '@/lib/evidence/inspect/markup'

// The largest phone cameras give 200 million; a few bytes can claim thousands of that.
const MOST_PIXELS = 250_000_000

/** Walks a picture from its first byte to its last: whole, and nothing in it but a picture. */
export function findImageFault(bytes: Buffer, ext: string): Finding {
  const end = WALKS[ext]?.(bytes) ?? null
  if (end === null) return 'fileDamaged'
  const text = bytes.toString('latin1')
  const isTwo = endsInZip(text) || text.slice(0, 1100).includes('%PDF-')
  if (isTwo || hasMarkup(text)) return 'fileActive'
  // Phones put a second picture or a film behind a JPEG; nothing belongs behind the others.
  const rest = bytes.subarray(end)
  return ext === 'jpg' || rest.every((byte) => byte === 0) ? null : 'fileActive'
}

/** Each gives where the picture ends, or null for one that is not whole. */
const WALKS: Record<string, (bytes: Buffer) => number | null> = {
  png: walkPng,
  jpg: walkJpeg,
  gif: walkGif,
  webp: walkWebp,
}

function isTooLarge(width: number, height: number) {
  return width === 0 || height === 0 || width * height > MOST_PIXELS
}

function walkPng(bytes: Buffer): number | null {
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const next = at + 12 + length
    if (next > bytes.length) return null
    const kind = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, next - 4)) !== bytes.readUInt32BE(next - 4)) return null
    if ((at === 8) !== (kind === 'IHDR')) return null
    if (at === 8 && isTooLarge(bytes.readUInt32BE(16), bytes.readUInt32BE(20))) return null
    if (kind === 'IEND') return next
    at = next
  }
  return null
}

function walkJpeg(bytes: Buffer): number | null {
  let hasScan = false
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) {
      // Within a scan, everything up to the next marker is the picture's data.
      if (!hasScan) return null
      at = bytes.indexOf(0xff, at)
      if (at < 0) return null
      continue
    }
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) return hasScan ? at + 2 : null
    const isBare = marker === 0xff || marker === 0 || (marker >= 0xd0 && marker <= 0xd7)
    if (isBare && !hasScan && marker !== 0xff) return null
    if (isBare) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (at + 4 > bytes.length) return null
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return null
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame && isTooLarge(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))) return null
    hasScan ||= marker === 0xda
    at += 2 + length
  }
  return null
}

function walkGif(bytes: Buffer): number | null {
  if (bytes.length < 14 || isTooLarge(bytes.readUInt16LE(6), bytes.readUInt16LE(8))) return null
  let at = 13 + sizeOfTable(bytes[10] ?? 0)
  let hasPicture = false
  while (at < bytes.length) {
    const block = bytes[at]
    if (block === 0x3b) return hasPicture ? at + 1 : null
    if (block === 0x21) at += 2
    else if (block === 0x2c && at + 11 <= bytes.length) {
      hasPicture = true
      at += 10 + sizeOfTable(bytes[at + 9] ?? 0) + 1
    } else return null
    while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0)
    at += 1
  }
  return null
}

function sizeOfTable(flags: number) {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function walkWebp(bytes: Buffer): number | null {
  if (bytes.length < 30) return null
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) return null
  let hasPicture = false
  let at = 12
  while (at + 8 <= end) {
    const kind = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    if (at === 12 && !['VP8 ', 'VP8L', 'VP8X'].includes(kind)) return null
    hasPicture ||= ['VP8 ', 'VP8L', 'ANMF'].includes(kind)
    if (kind === 'VP8X' && isTooLarge(readThree(bytes, 24) + 1, readThree(bytes, 27) + 1))
      return null
    at += 8 + length + (length % 2)
  }
  return hasPicture && at >= end - 1 && at <= end + 1
    ? Math.min(end + (end % 2), bytes.length)
    : null
}

function readThree(bytes: Buffer, at: number) {
  return bytes.readUIntLE(at, 3)
}
