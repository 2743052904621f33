import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import type { Finding } from '@/lib/evidence/inspect/fault'
import { endsInZip, hasMarkup } from '@/lib/evidence/inspect/markup'

const unpack = promisify(inflate)

// What a PDF may do by itself: run scripts and programs, carry other files, send forms away.
const ACTIVE =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia\w*|Rendition|ImportData|SubmitForm|GoToE)(?![A-Za-z0-9])|\/XFA\s*[[\d<(]/
const LOCKED = /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/
// Other ways of packing objects would hide them from the look inside.
const ODDLY_PACKED =
  /\/(ASCII85Decode|ASCIIHexDecode|LZWDecode|RunLengthDecode|A85|AHx|LZW|RL|Crypt)\b|\/Filter\s+\d|\/Predictor\s*([2-9]|1\d)/
const MOST_UNPACKED = 120 * 1024 * 1024

/**
 * Reads a PDF for what it may do by itself, in the objects that are packed away too. It is not
 * understood: what merely looks like an action is refused as well.
 */
export async function findPdfFault(bytes: Buffer): Promise<Finding> {
  const text = bytes.toString('latin1')
  const end = text.lastIndexOf('%%EOF')
  if (!/^%PDF-[12]\.\d/.test(text) || end < 0 || text.length - end > 1100) return 'fileDamaged'
  if (!/startxref\s+\d+\s+$/.test(text.slice(Math.max(0, end - 60), end))) return 'fileDamaged'
  if (endsInZip(text) || hasMarkup(text.slice(0, 1100)) || hasMarkup(text.slice(end))) {
    return 'fileActive'
  }
  if (/<script/i.test(text)) return 'fileActive'
  const plain = decodeNames(text)
  if (ACTIVE.test(plain)) return 'fileActive'
  if (LOCKED.test(plain)) return 'fileLocked'
  return findPacked(bytes, text)
}

/** Names may be written with any letter as a number: '/J#61vaScript'. */
function decodeNames(text: string): string {
  return text.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

async function findPacked(bytes: Buffer, text: string): Promise<Finding> {
  // A string that looks like an object's end would make the look below begin at a wrong place.
  if (/\([^)]{0,200}endstream/.test(text)) return 'fileActive'
  let left = MOST_UNPACKED
  for (const { 0: keyword, index } of text.matchAll(/\bstream[ \t]*(\r\n|\n|\r)/g)) {
    const start = index + keyword.length
    const close = text.indexOf('endstream', start)
    const head = decodeNames(text.slice(text.lastIndexOf('endstream', index) + 9, index))
    const holdsObjects = /\/ObjStm\b/.test(head)
    if (holdsObjects && ODDLY_PACKED.test(head)) return 'fileActive'
    if (!holdsObjects && /\/Subtype\s*\/Image\b/.test(head)) continue
    const packed = bytes.subarray(start, close < 0 ? text.length : close)
    const unpacked = await tryToUnpack(packed, left)
    // Fonts and the like may be packed oddly; what holds objects must be readable here.
    if (unpacked === null && holdsObjects && /\/F(ilter)?\b/.test(head)) return 'fileDamaged'
    left -= unpacked?.length ?? 0
    if (left <= 0) return 'fileActive'
    if (unpacked && ACTIVE.test(decodeNames(unpacked.toString('latin1')))) return 'fileActive'
  }
  return null
}

async function tryToUnpack(packed: Uint8Array, most: number): Promise<Buffer | null> {
  try {
    return await unpack(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const isFull =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return isFull ? Buffer.alloc(most) : null
  }
}
