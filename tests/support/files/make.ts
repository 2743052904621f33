import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

export type Bytes = Buffer

export const latin = (text: string) => Buffer.from(text, 'latin1')
export const utf8 = (text: string) => Buffer.from(text, 'utf8')

/** How an archive is made to lie; absent parts are as they should be. */
interface Lies {
  size?: number
  crc?: number
  flags?: number
  localName?: string
  stored?: boolean
}

type Part = [name: string, content: string | Buffer, lies?: Lies]

/** A zip archive of parts, byte by byte. */
export function makeZip(parts: readonly Part[], { comment = '', before = '' } = {}): Bytes {
  const locals: Buffer[] = [latin(before)]
  const central: Buffer[] = []
  let offset = before.length
  for (const [name, content, lies = {}] of parts) {
    const bytes = typeof content === 'string' ? utf8(content) : content
    const packed = lies.stored ? bytes : deflateRawSync(bytes)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(lies.flags ?? 0, 2)
    head.writeUInt16LE(lies.stored ? 0 : 8, 4)
    head.writeUInt32LE(lies.crc ?? crc32(bytes), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(lies.size ?? bytes.length, 18)
    const localName = utf8(lies.localName ?? name)
    const localHead = Buffer.from(head)
    localHead.writeUInt16LE(localName.length, 22)
    locals.push(latin('PK\x03\x04'), localHead, localName, packed)
    head.writeUInt16LE(utf8(name).length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(latin('PK\x01\x02\x14\x00'), head, rest, utf8(name))
    offset += 30 + localName.length + packed.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  end.writeUInt16LE(comment.length, 16)
  return Buffer.concat([...locals, list, latin('PK\x05\x06'), end, latin(comment)])
}

const MAIN = {
  docx: ['word/document.xml', 'wordprocessingml.document'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet'],
  pptx: ['ppt/presentation.xml', 'presentationml.presentation'],
} as const

/** The parts of a small office document; more parts, or others in their place, may be given. */
export function officeParts(
  kind: keyof typeof MAIN,
  { more = [], types = '' }: { more?: Part[]; types?: string } = {},
): Part[] {
  const [path, type] = MAIN[kind]
  const main = `application/vnd.openxmlformats-officedocument.${type}.main+xml`
  const parts: Part[] = [
    [
      '[Content_Types].xml',
      `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${path}" ContentType="${types || main}"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${path}"/></Relationships>`,
    ],
    [path, '<?xml version="1.0"?><w:document><w:body><w:p>Minutes</w:p></w:body></w:document>'],
  ]
  const named = new Set(more.map(([name]) => name))
  return [...parts.filter(([name]) => !named.has(name)), ...more]
}

export const makeOffice = (...args: Parameters<typeof officeParts>) => makeZip(officeParts(...args))

/** A small OpenDocument file. */
export function makeOpenDocument(kind: string, more: Part[] = [], manifest = '<manifest/>'): Bytes {
  return makeZip([
    ['mimetype', `application/vnd.oasis.opendocument.${kind}`, { stored: true }],
    ['content.xml', '<office:document-content><office:body/></office:document-content>'],
    ['META-INF/manifest.xml', manifest],
    ...more,
  ])
}

/** A PDF of the objects given, numbered from 1; `tail` stands behind its end. */
function makePdf(objects: (string | Buffer)[], { tail = '', trailer = '' } = {}): Bytes {
  const body: Buffer[] = [latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')]
  const offsets: number[] = []
  let length = body[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    offsets.push(length)
    const bytes = typeof object === 'string' ? latin(object) : object
    const whole = Buffer.concat([latin(`${index + 1} 0 obj\n`), bytes, latin('\nendobj\n')])
    body.push(whole)
    length += whole.length
  }
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...body, latin(end), latin(tail)])
}

const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>'

/** A one-page PDF whose catalogue says more, with more objects (from number 4 on). */
export function makePage(catalogue = '', more: (string | Buffer)[] = [], options = {}): Bytes {
  return makePdf([`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`, PAGES, PAGE, ...more], options)
}

/** A PDF stream, packed as its dictionary says. */
export function makeStream(facts: string, content: Buffer): Buffer {
  const head = latin(`<< ${facts} /Length ${content.length} >>\nstream\n`)
  return Buffer.concat([head, content, latin('\nendstream')])
}

export const flate = (text: string) => deflateSync(latin(text))

/** One chunk of a PNG. */
export function pngChunk(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([latin(kind), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A PNG of a claimed size, with chunks of its own before the end. */
export function makePng(more: Buffer[] = [], { width = 1, height = 1 } = {}): Bytes {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0])
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  return Buffer.concat([
    latin('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', head),
    ...more,
    pngChunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** A GIF of one dot. */
export function makeGif(comment = ''): Bytes {
  const block = comment ? `\x21\xfe${String.fromCharCode(comment.length)}${comment}\x00` : ''
  return latin(
    `GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff${block}\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3b`,
  )
}

/** The bones of a JPEG: a comment, a frame, a scan. */
export function makeJpeg(comment = '', behind = ''): Bytes {
  const length = comment.length + 2
  const note = `\xff\xfe${String.fromCharCode(length >> 8, length & 255)}${comment}`
  const frame = '\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00'
  const scan = '\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\xd2\xcf\x20'
  return latin(
    `\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00${note}${frame}${scan}\xff\xd9${behind}`,
  )
}

/** A WebP of one dot. */
export function makeWebp(behind = ''): Bytes {
  return Buffer.concat([
    Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64'),
    latin(behind),
  ])
}
