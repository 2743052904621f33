'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { announce, openAnnouncer } from '../announcer'
import { postForm } from './post'
import { dropSending, keepSending, listSendings, type Sending, watchSendings } from './store'

interface Props {
  owner: string
  words: Record<'waiting' | 'waits' | 'sendNow' | 'discard' | 'arrived', string>
}

/** How long until it is tried again where nobody says that the line is back, in milliseconds. */
const RETRY = 30_000

/** What did not reach the server: kept on this device and sent as soon as the line is back. */
export function Unsent({ owner, words }: Props) {
  const router = useRouter()
  const [waiting, setWaiting] = useState<Sending[]>([])
  const isBusy = useRef(false)

  const send = async () => {
    if (isBusy.current) return
    isBusy.current = true
    let goTo: string | undefined
    let arrived = 0
    for (const sending of await listSendings(owner)) {
      if (sending.refusal) continue
      const body = new FormData()
      for (const [name, value] of sending.fields) body.append(name, value)
      const answer = await postForm(sending.url, body)
      if (!answer) break
      if (answer.status === 'saved') {
        arrived += 1
        goTo = answer.goTo ?? goTo
        await dropSending(sending.id)
      } else {
        await keepSending({ ...sending, refusal: answer.message ?? words.waits })
      }
    }
    isBusy.current = false
    if (arrived === 0) return
    announce(words.arrived)
    if (goTo) router.push(goTo)
    else router.refresh()
  }
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })

  useEffect(() => {
    openAnnouncer()
    const show = () => void listSendings(owner).then(setWaiting)
    const go = () => void latest.current()
    show()
    go()
    const stop = watchSendings(show)
    window.addEventListener('online', go)
    return () => {
      stop()
      window.removeEventListener('online', go)
    }
  }, [owner])

  const isWaiting = waiting.some(({ refusal }) => !refusal)
  useEffect(() => {
    if (!isWaiting) return
    const again = setInterval(() => void latest.current(), RETRY)
    return () => clearInterval(again)
  }, [isWaiting])

  if (waiting.length === 0) return null
  return (
    <section className="notice notice-attention unsent" aria-label={words.waiting}>
      <div className="notice-body">
        <p>
          <strong>{words.waiting}</strong>
        </p>
        <ul role="list" className="rows">
          {waiting.map(({ id, title, refusal }) => (
            <li key={id} className="row">
              <span>
                {title} <span className="muted small">{refusal ?? words.waits}</span>
              </span>
              <button
                type="button"
                className="button button-plain button-small"
                onClick={() => void dropSending(id)}
              >
                {words.discard}
                <span className="visually-hidden">: {title}</span>
              </button>
            </li>
          ))}
        </ul>
        {isWaiting && (
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => void send()}
          >
            {words.sendNow}
          </button>
        )}
      </div>
    </section>
  )
}
