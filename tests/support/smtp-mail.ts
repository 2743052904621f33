export interface Received {
  to: string
  headers: Map<string, string>
  /** The parts by their type, decoded. */
  parts: Map<string, string>
}

/** A mail as it came over the wire, taken apart as far as tests look at it. */
export function simpleParserOf(to: string, data: string): Received {
  const { headers, body } = split(data)
  const boundary = /boundary="?([^";]+)/.exec(headers.get('content-type') ?? '')?.[1]
  const blocks = boundary ? body.split(`--${boundary}`).slice(1, -1) : [data]
  const parts = blocks.map((block) => {
    const part = split(block.replace(/^\r\n/, ''))
    const type = part.headers.get('content-type')?.split(';')[0] ?? ''
    return [type, decode(part.body, part.headers.get('content-transfer-encoding'))] as const
  })
  return { to, headers, parts: new Map(parts) }
}

function split(text: string) {
  const end = text.indexOf('\r\n\r\n')
  const lines = text
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = lines.map((line) => {
    const at = line.indexOf(':')
    return [line.slice(0, at).toLowerCase(), words(line.slice(at + 1).trim())] as const
  })
  return { headers: new Map(headers), body: text.slice(end + 4) }
}

/** A header's encoded words (RFC 2047). */
const words = (text: string) =>
  text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString()
        : decode(word.replaceAll('_', ' '), 'quoted-printable'),
    )

function decode(text: string, encoding = '7bit'): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString()
  if (encoding !== 'quoted-printable') return text
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
