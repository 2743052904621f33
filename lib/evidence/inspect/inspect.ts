import { fileTypeFromBuffer } from 'file-type'
import type { Fault } from '@/lib/evidence/inspect/fault'
import { findImageFault } from '@/lib/evidence/inspect/images'
import { cleanName } from '@/lib/evidence/inspect/names'
import { inspectOffice, type OfficeExt } from '@/lib/evidence/inspect/office'
import { findPdfFault } from '@/lib/evidence/inspect/pdf'
import { findTextFault } from '@/lib/evidence/inspect/text'

const TYPES: Record<OfficeExt | 'pdf' | 'png' | 'jpg' | 'gif' | 'webp' | 'csv' | 'txt', string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  csv: 'text/csv',
  txt: 'text/plain',
}

type Ext = keyof typeof TYPES

/** A file as it may be kept: its type by its bytes, and its name cleaned. */
interface Accepted {
  name: string
  type: string
}

/**
 * Looks at a file's bytes, whatever it calls itself: what it is and what to call it, or why it is
 * not taken. Only plain text has nothing in its bytes that says so; it must be named .txt or .csv.
 */
export async function inspectFile(content: Uint8Array, name: string): Promise<Accepted | Fault> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const found = await findExt(bytes, name)
  if (!isExt(found)) return found
  return { name: cleanName(name, found), type: TYPES[found] }
}

function isExt(found: Ext | Fault): found is Ext {
  return Object.hasOwn(TYPES, found)
}

async function findExt(bytes: Buffer, name: string): Promise<Ext | Fault> {
  const named = /\.(csv|txt)$/i.exec(name.trim())?.[1]?.toLowerCase()
  if (named === 'csv' || named === 'txt') {
    const fault = findTextFault(bytes)
    // What is no text may still be something else under a wrong name.
    if (fault !== 'fileText') return fault ?? named
    const other = await findByMagic(bytes)
    return other === 'fileKind' ? 'fileText' : other
  }
  return findByMagic(bytes)
}

async function findByMagic(bytes: Buffer): Promise<Ext | Fault> {
  const magic = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const ext = magic?.ext
  if (ext === 'pdf') return (await findPdfFault(bytes)) ?? 'pdf'
  if (ext === 'png' || ext === 'jpg' || ext === 'gif' || ext === 'webp') {
    return findImageFault(bytes, ext) ?? ext
  }
  // A picture that moves is a PNG of its own kind.
  if (ext === 'apng') return findImageFault(bytes, 'png') ?? 'png'
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0x504b0304) return inspectOffice(bytes)
  return 'fileKind'
}
