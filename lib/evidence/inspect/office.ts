import { type Fault, RISKY } from '@/lib/evidence/inspect/fault'
import { readZip, unpackEntry, type ZipEntry } from '@/lib/evidence/inspect/zip'

const MAIN = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml': 'pptx',
} as const

const OPEN_DOCUMENT = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
} as const

export type OfficeExt =
  (typeof MAIN)[keyof typeof MAIN] | (typeof OPEN_DOCUMENT)[keyof typeof OPEN_DOCUMENT]

// Macros, controls and packed programs by the names they have in both families.
const ACTIVE_NAMES =
  /vbaProject|vbaData|activeX|oleObject|macrosheets|dialogsheets|customUI|^(Basic|Scripts)\/|^Object \d+$/i

// In OOXML: programs as actions, live data, and parts fetched from elsewhere when opened.
const ACTIVE_PARTS =
  /ppaction:\/\/(program|macro|ole)|<ddeLink\b|\binstr\s*=\s*["'][^"']*\bDDE|macroEnabled|vnd\.ms-office\.(vba|activeX)/i
const RELATION = /<Relationship\b[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gi
const FETCHED = /Type\s*=\s*["'][^"']*\/(oleObject|frame|subDocument|control|afChunk)["']/i
const TEMPLATE = /Type\s*=\s*["'][^"']*\/attachedTemplate["']/i
// Word notes where on its own disk a template lies; one fetched from elsewhere may bring macros.
const OWN_DISK = /Target\s*=\s*["'](file:\/\/\/)?[a-z]:/i
const RUN_ADDRESS = /Target\s*=\s*["']\s*(javascript|vbscript|data|mhtml|ms-[a-z]+):/i
const ACTIVE_OPEN_DOCUMENT =
  /<script:event-listener|<presentation:event-listener[^>]*(execute|macro)|<(text|table):dde-|office:dde-source|vnd\.sun\.star\.script|xlink:href\s*=\s*["']\s*(macro|javascript|script):/i
const DEFINITIONS = /<!(DOCTYPE|ENTITY)/i

/**
 * Which office document an archive is by its own table of contents, or why it is not taken. All of
 * it is unpacked once, so that sizes and sums are known to be true.
 */
export async function inspectOffice(bytes: Buffer): Promise<OfficeExt | Fault> {
  const entries = readZip(bytes)
  if (!entries) return 'fileDamaged'
  if (entries.some(({ name }) => ACTIVE_NAMES.test(name) || isRisky(name))) return 'fileActive'
  const isOpenDocument = entries[0]?.name === 'mimetype' && !entries[0].isDeflated
  let ext: OfficeExt | undefined
  for (const entry of entries) {
    const content = await unpackEntry(entry)
    if (!content) return 'fileDamaged'
    if (entry.name === 'mimetype' && isOpenDocument) {
      ext = OPEN_DOCUMENT[content.toString('latin1') as keyof typeof OPEN_DOCUMENT]
    }
    if (!isPart(entry)) continue
    // Letters of two bytes each would pass by every expression below.
    if (content.includes(0)) return 'fileActive'
    const text = content.toString('utf8')
    const fault = isOpenDocument ? findOpenDocumentFault(entry.name, text) : findPartFault(text)
    if (fault) return fault
    if (entry.name === '[Content_Types].xml') ext = findMain(text)
  }
  const needed = isOpenDocument ? ['META-INF/manifest.xml', 'content.xml'] : ['_rels/.rels']
  const isComplete = needed.every((name) => entries.some((entry) => entry.name === name))
  return ext && isComplete ? ext : 'fileKind'
}

/** Pictures may be drawn in SVG within a document; nothing else that runs or packs may be there. */
function isRisky(name: string): boolean {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const isDrawing = ending === 'svg' && /(^|\/)(media|Pictures)\//.test(name)
  return RISKY.has(ending) && ending !== 'xml' && !isDrawing
}

/** Parts that programs act on; attached data of other makers may be written in any letters. */
function isPart({ name }: ZipEntry): boolean {
  return /\.(xml|rels|rdf)$/i.test(name) && !name.startsWith('customXml/')
}

function findPartFault(text: string): Fault | null {
  if (DEFINITIONS.test(text) || ACTIVE_PARTS.test(text)) return 'fileActive'
  if ([...text.matchAll(RELATION)].some(([relation]) => isFetched(relation))) return 'fileActive'
  // A field's instruction may be cut into pieces.
  const fields = [...text.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, part]) => part).join('')
  return /\bDDE(AUTO)?\b/i.test(fields) ? 'fileActive' : null
}

function isFetched(relation: string): boolean {
  if (FETCHED.test(relation) || RUN_ADDRESS.test(relation)) return true
  return TEMPLATE.test(relation) && !OWN_DISK.test(relation)
}

function findOpenDocumentFault(name: string, text: string): Fault | null {
  if (name === 'META-INF/manifest.xml' && /encryption-data/.test(text)) return 'fileLocked'
  return /<!ENTITY/i.test(text) || ACTIVE_OPEN_DOCUMENT.test(text) ? 'fileActive' : null
}

function findMain(types: string): OfficeExt | undefined {
  const found = Object.entries(MAIN).filter(([type]) => types.includes(`"${type}"`))
  return found.length === 1 ? found[0]?.[1] : undefined
}
