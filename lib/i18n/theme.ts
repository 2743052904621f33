import { cookies } from 'next/headers'

const THEMES = ['light', 'dark'] as const

export const THEME_COOKIE = 'lep-theme'

/** The theme set in the profile, else on this device; undefined follows the system. */
export async function readTheme(profile: string | null): Promise<string | undefined> {
  const wanted = profile ?? (await cookies()).get(THEME_COOKIE)?.value
  return THEMES.find((theme) => theme === wanted)
}
