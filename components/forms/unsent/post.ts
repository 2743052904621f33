import type { FormState } from '@/lib/forms/state'

/** Sends a form as a page's script does; null where no answer came that makes sense. */
export async function postForm(url: string, body: FormData): Promise<FormState | null> {
  try {
    const headers = { accept: 'application/json' }
    const response = await fetch(url, { method: 'POST', body, headers })
    return (await response.json()) as FormState
  } catch {
    return null
  }
}
