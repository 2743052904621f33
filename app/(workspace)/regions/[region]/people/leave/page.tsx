import { requireViewer } from '@/lib/auth/current'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations } from '@/lib/i18n/server'
import { getEnding } from '@/lib/people/ending'
import { leave } from '../actions'
import { EndingPage } from '../ending'

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('leave.title') }
}

export default async function LeavePage(props: PageProps<'/regions/[region]/people/leave'>) {
  const [{ region }, viewer] = await Promise.all([props.params, requireViewer()])
  const found = await orNotFound(getEnding(viewer, region, null))
  return <EndingPage found={found} action={leave} isOwn />
}
