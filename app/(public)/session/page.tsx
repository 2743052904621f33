import { redirect } from 'next/navigation'
import { readCode } from '@/lib/consensus/code/rules'
import { getTranslations } from '@/lib/i18n/server'
import { CodeForm } from './code-form'

export async function generateMetadata() {
  return { title: (await getTranslations('session'))('door.title') }
}

/** Where the code on the wall is typed in. */
export default async function SessionDoorPage({ searchParams }: PageProps<'/session'>) {
  const { code: typed } = await searchParams
  const code = typeof typed === 'string' ? readCode(typed) : null
  if (code) redirect(`/session/${code}`)
  return <CodeForm unknown={typed !== undefined} />
}
