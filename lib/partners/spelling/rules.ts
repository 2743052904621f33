/** Words that say only what an organisation is in law. */
const LEGAL = new Set(
  (
    'gmbh ggmbh ag kg ohg gbr ug ev eg mbh ltd limited llc inc plc bv nv vzw stichting vereniging ' +
    'sro as zs ops vos spol spa srl scarl onlus sa sas sarl sl oy ab aps zoo doo kft ao se'
  ).split(' '),
)

/** Little words that initials may leave out. */
const SMALL = new Set(
  'a an and at de del della der des di die das e en et for für het i im in la le na of pro the u und v van von voor y z zu zur'.split(
    ' ',
  ),
)

interface Spelling {
  /** The words that matter, without accents, legal forms and what stands in brackets. */
  main: string
  /** Other names it goes by: abbreviations in brackets, parts of "A/B" and "A – B". */
  aliases: string[]
  initials: string[]
}

/** True where two names may mean one organisation: a person then says whether they do. */
export function isLikelySame(one: string, other: string): boolean {
  const [a, b] = [spellingOf(one), spellingOf(other)]
  if (a.main === '' || b.main === '') return false
  return a.main === b.main || isKnownAs(a, b) || isKnownAs(b, a) || isTypo(a.main, b.main)
}

function isKnownAs(a: Spelling, b: Spelling): boolean {
  const names = [a.main, ...a.aliases]
  const isAlias = b.aliases.some((alias) => names.includes(alias))
  return isAlias || (isShort(a.main) && b.initials.includes(a.main))
}

function isShort(main: string): boolean {
  return main.length >= 3 && main.length <= 8 && !main.includes(' ')
}

function spellingOf(name: string): Spelling {
  const inBrackets = [...name.matchAll(/[([]([^)\]]+)[)\]]/g)].map(([, within]) => within ?? '')
  const outside = name.replaceAll(/[([][^)\]]*[)\]]/g, ' ')
  const main = fold(outside)
  // A remark such as "(unnamed)" is no name; a name has a capital letter.
  const named = inBrackets.filter((text) => /\p{Lu}/u.test(text))
  const parts = outside.split(/\s[-–—]\s|\//)
  const aliases = [...named, ...(parts.length > 1 ? parts : [])]
    .map(fold)
    .filter((alias) => alias.length >= 3)
  return { main, aliases, initials: initialsOf(outside) }
}

/** A name's words without accents, signs, legal forms and a leading article. */
function fold(name: string): string {
  const words = plain(name).split(' ')
  const kept = words.filter((word, index) => !LEGAL.has(word) && !(index === 0 && word === 'the'))
  return (kept.length > 0 ? kept : words).join(' ')
}

/** "s.r.o." and "e. V." become one word each, so that they are known as legal forms. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('&', ' and ')
    .replaceAll(/\b(\p{L})\.\s*(?=\p{L}\b)/gu, '$1')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Initials with and without the little words, of names of three words or more. */
function initialsOf(name: string): string[] {
  const words = fold(name).split(' ')
  const large = words.filter((word) => !SMALL.has(word))
  return [words, large]
    .filter((list) => list.length >= 3)
    .map((list) => list.map((word) => word.charAt(0)).join(''))
}

/** One letter more, less or other in one long word of two names that are else the same. */
function isTypo(a: string, b: string): boolean {
  const [these, those] = [a.split(' '), b.split(' ')]
  if (these.length !== those.length) return false
  const pairs = these.map((word, index) => [word, those[index] ?? ''] as const)
  const [other, ...more] = pairs.filter(([one, two]) => one !== two)
  return other !== undefined && more.length === 0 && isMisspelt(...other)
}

function isMisspelt(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  if (short.length < 6 || long.length - short.length > 1 || /\d/.test(a + b)) return false
  let start = 0
  while (start < short.length && long[start] === short[start]) start += 1
  const rest = long.slice(start + 1)
  return rest === short.slice(start) || rest === short.slice(start + 1)
}
