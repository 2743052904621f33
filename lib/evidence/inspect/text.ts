import type { Finding } from '@/lib/evidence/inspect/fault'

// The openings of what is run, mailed, linked or printed although it is made of letters.
const OPENINGS =
  /^\s*(#!|%PDF-|%!PS|\{\\rtf|@echo\b|rem\s+@?echo|MIME-Version:|\[(InternetShortcut|Desktop Entry|autorun|Shell)\]|windows registry editor|REGEDIT4|BEGIN:VC|<\?|<!--|<%)/i

const TAGS =
  /<\s*\/?\s*(!doctype|!entity|\?xml|\?php|script|html|head|body|svg|math|iframe|frame|object|embed|applet|meta|link|style|img|video|audio|form|base|template|xsl:|hta:)[\s/>:]/i

// A page written in UTF-7, which old browsers guess; and addresses that run.
const ENCODED = /\+ADw-|\bjavascript:|\bvbscript:|\bdata:text\/html/i

// All control characters but tab, line feed, form feed and carriage return.
const CONTROLS = /(?![\t\n\f\r])\p{Cc}/u

/** Whether bytes are plain text in UTF-8 and nothing that a program acts on. */
export function findTextFault(bytes: Uint8Array): Finding {
  const text = decode(bytes)
  if (text === null || CONTROLS.test(text)) return 'fileText'
  if (text.trim() === '') return 'fileDamaged'
  return OPENINGS.test(text) || TAGS.test(text) || ENCODED.test(text) ? 'fileActive' : null
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
