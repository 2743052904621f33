const TAGS =
  /<(script|iframe|\?php|!doctype\s|!entity\s|html[\s>]|svg[\s>]|body[\s>]|object[\s>]|embed[\s>])/i

/** Whether a browser could find a page or a script in these bytes, read as Latin letters. */
export function hasMarkup(text: string): boolean {
  return TAGS.test(text)
}

/** Whether bytes of another kind end in a zip archive, which is read from behind (GIFAR). */
export function endsInZip(text: string): boolean {
  for (
    let at = text.lastIndexOf('PK\x05\x06');
    at >= 0;
    at = text.lastIndexOf('PK\x05\x06', at - 1)
  ) {
    if (at < text.length - 65_557) return false
    const comment = text.charCodeAt(at + 20) + 256 * text.charCodeAt(at + 21)
    if (at + 22 + comment === text.length) return true
  }
  return false
}
