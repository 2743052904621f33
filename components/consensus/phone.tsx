'use client'

import { useEffect, useRef, useState } from 'react'
import type { Sheet } from '@/lib/consensus/guests'
import type { Room } from '@/lib/consensus/room/rules'
import { type Ballot, BallotBox, type Delivery } from './ballot-box'
import { Bars } from './bars'
import { followRoom, type Told } from './room-link'

export interface PhoneWords {
  waiting: string
  waitingLede: string
  vote: string
  cannotJudge: string
  kept: string
  sending: string
  unsent: string
  late: string
  shown: string
  few: string
  agreed: string
  ended: string
  endedLede: string
  away: string
  reload: string
  /** "Level 1" to "Level 5". */
  levels: string[]
}

type Own = Record<string, number>

interface Props {
  code: string
  sheets: (Sheet & { place: string })[]
  first: { room: Room; own: Own }
  words: PhoneWords
}

/** A phone in a session: it moves with the room, and votes. Without a script it is a form. */
export function Phone({ code, sheets, first, words }: Props) {
  const [{ room, own }, setTold] = useState(first)
  const [isAway, setAway] = useState(false)
  const [sent, setSent] = useState<{ ballot: Ballot; delivery: Delivery } | null>(null)
  const box = useRef<BallotBox>(null)

  useEffect(() => {
    const made = (box.current = new BallotBox(code, (ballot, delivery) => {
      if (delivery === 'gone') return location.reload()
      setSent({ ballot, delivery })
      if (delivery !== 'kept') return
      setTold((known) => ({ ...known, own: { ...known.own, [ballot.about]: ballot.level } }))
    }))
    const leave = followRoom({
      code,
      onTold: (told) => setTold((known) => take(known, told)),
      onAway: setAway,
      onGone: () => location.reload(),
    })
    return () => {
      made.close()
      leave()
    }
  }, [code])

  const sheet = sheets.find(({ id }) => id === room.statement)
  if (room.phase === 'ended') return <Pause title={words.ended} lede={words.endedLede} />
  if (room.phase === 'waiting' || !sheet) {
    return (
      <>
        <Pause title={words.waiting} lede={words.waitingLede} />
        <Again words={words} />
        {isAway && <Away words={words} />}
      </>
    )
  }
  const delivery = isOf(sent?.ballot, room) ? (sent?.delivery ?? null) : null
  const chosen = isOf(sent?.ballot, room) && delivery !== 'late' ? sent?.ballot.level : undefined
  return (
    <section className="phone" data-part={sheet.part} aria-labelledby="statement">
      <p className="phone-place">{sheet.place}</p>
      <h1 id="statement">{sheet.text}</h1>
      {room.phase === 'voting' ? (
        <Choices
          {...{ code, sheet, room, words }}
          chosen={chosen ?? own[sheet.id]}
          onChoose={(level) => box.current?.put({ ...paperOf(room), level })}
        />
      ) : (
        <Shown {...{ sheet, room, words }} />
      )}
      <p role="status" className="phone-said">
        {sayState(room, { delivery, hasVoted: own[sheet.id] !== undefined }, words)}
      </p>
      <Again words={words} />
      {isAway && <Away words={words} />}
    </section>
  )
}

interface Choosing {
  code: string
  sheet: Sheet
  room: Room
  words: PhoneWords
  chosen: number | undefined
  onChoose: (level: number) => void
}

/** Five anchors in full and "I cannot judge this", each a button. */
function Choices({ code, sheet, room, words, chosen, onChoose }: Choosing) {
  const levels = [...sheet.anchors.map((text, at) => ({ level: at + 1, text }))]
  return (
    <form
      method="post"
      action={`/session/${encodeURIComponent(code)}/room`}
      className="phone-choices"
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        if (submitter instanceof HTMLButtonElement) onChoose(Number(submitter.value))
      }}
    >
      <p className="muted">{words.vote}</p>
      <input type="hidden" name="about" value={room.statement} />
      <input type="hidden" name="ballot" value={room.ballot} />
      {[...levels, { level: 0, text: words.cannotJudge }].map(({ level, text }) => (
        <button
          key={level}
          name="level"
          value={level}
          aria-pressed={chosen === level}
          className="phone-choice"
        >
          {level > 0 && <span className="phone-level">{level}</span>}
          <span>{text}</span>
        </button>
      ))}
    </form>
  )
}

function Shown({ sheet, room, words }: { sheet: Sheet; room: Room; words: PhoneWords }) {
  if (room.phase === 'agreed' && room.level) {
    return (
      <div className="phone-agreed">
        <p className="muted">{words.agreed}</p>
        <p className="phone-agreed-level">{words.levels[room.level - 1]}</p>
        <p>{sheet.anchors[room.level - 1]}</p>
      </div>
    )
  }
  return room.bars ? <Bars bars={room.bars} labels={[...words.levels, words.cannotJudge]} /> : null
}

function Pause({ title, lede }: { title: string; lede: string }) {
  return (
    <section className="phone phone-pause">
      <h1>{title}</h1>
      <p role="status" className="lede">
        {lede}
      </p>
    </section>
  )
}

/** Without a script the page moves when it is asked to. */
function Again({ words }: { words: PhoneWords }) {
  return (
    <noscript>
      <form>
        <button className="button button-quiet">{words.reload}</button>
      </form>
    </noscript>
  )
}

function Away({ words }: { words: PhoneWords }) {
  return (
    <p role="status" className="phone-away">
      {words.away}
    </p>
  )
}

function sayState(
  { phase, bars }: Room,
  { delivery, hasVoted }: { delivery: Delivery | null; hasVoted: boolean },
  words: PhoneWords,
): string {
  if (delivery === 'late') return words.late
  if (phase === 'shown') return bars ? words.shown : words.few
  if (phase !== 'voting') return ''
  if (delivery === 'sending') return words.sending
  if (delivery === 'unsent') return words.unsent
  return delivery === 'kept' || hasVoted ? words.kept : ''
}

/** What is known after the server told something: a vote taken anew forgets the own one. */
function take(known: { room: Room; own: Own }, { room, own }: Told) {
  if (own) return { room, own }
  const isAnew = room.statement === known.room.statement && room.ballot !== known.room.ballot
  const others = Object.entries(known.own).filter(([statement]) => statement !== room.statement)
  return { room, own: isAnew ? Object.fromEntries(others) : known.own }
}

function paperOf({ statement, ballot }: Room) {
  return { about: statement, ballot }
}

function isOf(ballot: Ballot | undefined, room: Room): boolean {
  return ballot?.about === room.statement && ballot.ballot === room.ballot
}
