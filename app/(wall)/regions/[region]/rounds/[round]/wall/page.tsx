import { LiveRoom } from '@/components/consensus/live-room'
import { requireViewer } from '@/lib/auth/current'
import { getSession } from '@/lib/consensus/data'
import { env } from '@/lib/env'
import { orNotFound } from '@/lib/forms/or-not-found'
import { getTranslations } from '@/lib/i18n/server'
import { voiceOf } from '@/lib/i18n/voice'
import { Door, LateDoor } from './door'
import { Ended, Statement } from './statement'
import './wall.css'

export async function generateMetadata() {
  return { title: (await getTranslations('session'))('wall.title') }
}

/** What everybody in the room sees, in the session's language; readable from its far end. */
export default async function WallPage({
  params,
}: PageProps<'/regions/[region]/rounds/[round]/wall'>) {
  const [{ region: slug, round }, viewer] = await Promise.all([params, requireViewer()])
  const found = await orNotFound(getSession(viewer, slug, round, null))
  const { room, code, sheets, language, levels } = found
  const t = (await voiceOf(language)).translator('session')
  const sheet = sheets.find(({ id }) => id === room.statement)
  const address = code && { code, url: `${env.APP_URL.replace(/\/$/, '')}/session/${code}` }
  return (
    <main id="main" className="wall" lang={language} data-phase={room.phase} tabIndex={-1}>
      {room.phase === 'ended' ? (
        <Ended t={t} agreed={levels.length} />
      ) : room.phase === 'waiting' || !sheet ? (
        address && <Door t={t} found={found} {...address} />
      ) : (
        <>
          <Statement t={t} found={found} sheet={sheet} />
          {address && <LateDoor t={t} {...address} />}
        </>
      )}
      {room.phase !== 'ended' && <LiveRoom region={slug} round={round} />}
    </main>
  )
}
