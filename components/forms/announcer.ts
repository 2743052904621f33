let region: HTMLElement | null = null

/** Screen readers listen only to a region that was there before its words. */
export function openAnnouncer() {
  if (region?.isConnected) return
  region = document.createElement('div')
  region.setAttribute('role', 'status')
  region.className = 'visually-hidden'
  document.body.append(region)
}

/** Says what has no place of its own on the page any more. */
export function announce(message: string) {
  if (region) region.textContent = message
}
