import { cookies } from 'next/headers'
import { Phone } from '@/components/consensus/phone'
import { clientAddress } from '@/lib/auth/client-address'
import { findRoom, findSeat, listSheets, SEAT_COOKIE } from '@/lib/consensus/guests'
import { getLocale, getTranslations } from '@/lib/i18n/server'
import { CodeForm } from '../code-form'
import { JoinForm } from './join-form'
import { listPhoneWords } from './words'
import '@/components/consensus/bars.css'
import '../session.css'

export async function generateMetadata() {
  return { title: (await getTranslations('session'))('title') }
}

/** A phone in a session: the room itself with a seat, else the door. */
export default async function SessionPage({ params }: PageProps<'/session/[code]'>) {
  const [{ code }, jar, locale, t] = await Promise.all([
    params,
    cookies(),
    getLocale(),
    getTranslations('session'),
  ])
  const seat = await findSeat(code, jar.get(SEAT_COOKIE)?.value)
  if (seat) {
    const sheets = await listSheets(seat, locale)
    const { name, organisation, room, own } = seat
    return (
      <div className="reading">
        <Phone
          code={seat.code}
          first={{ room, own }}
          words={listPhoneWords(t)}
          sheets={sheets.map((sheet, index) => {
            const step = `${sheet.number}. ${sheet.title}`
            const place = t('phone.place', { at: index + 1, of: sheets.length, step })
            return { ...sheet, place }
          })}
        />
        <p className="muted small phone-you">{t('phone.you', { name, organisation })}</p>
      </div>
    )
  }
  const door = await findRoom(code, await clientAddress())
  return door ? <JoinForm door={door} /> : <CodeForm unknown />
}
