import { RISKY } from '@/lib/evidence/inspect/fault'

const LONGEST = 100

// Marks that turn or hide parts of a name ("gpj.exe" read backwards), and what paths and systems use.
const TURNING = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu
const RESERVED = /[<>:"|?*]/g
const TAKEN = /^(pdf|png|jpe?g|gif|webp|heic|docx|xlsx|pptx|od[tsp]|csv|txt)$/i

/**
 * A file's name as it is kept and given back: the last part of a path, without marks that mislead,
 * always ending as the file's content says. 'C:\x\photo.png.exe' that is a picture is 'photo.png'.
 */
export function cleanName(name: string, ext: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replaceAll(TURNING, '').replaceAll(RESERVED, '-').replaceAll(/\s+/gu, ' ')
  const stem = stripEndings(plain).replaceAll(/^[\s.~-]+|[\s.]+$/g, '')
  const short = [...stem].slice(0, LONGEST).join('').trimEnd()
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `${short}-` : short
  return `${safe || 'evidence'}.${ext}`
}

/** Endings that say what it is go, rightly or not, and so do those that others would act on. */
function stripEndings(name: string): string {
  let stem = name.trim()
  for (;;) {
    const ending = /\.([a-z0-9]{1,5})[\s.]*$/i.exec(stem)
    const said = ending?.[1]?.toLowerCase() ?? ''
    if (!ending || !(TAKEN.test(said) || RISKY.has(said))) return stem
    stem = stem.slice(0, ending.index)
  }
}
