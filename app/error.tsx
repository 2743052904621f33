'use client'

import { useEffect, useState } from 'react'

/** Shown when a page breaks: words come from the page's language, the number from the log. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const [words, setWords] = useState<(typeof import('@/messages/en/shell.json'))['failed'] | null>(
    null,
  )
  useEffect(() => {
    const language = document.documentElement.lang === 'de' ? 'de' : 'en'
    void import(`@/messages/${language}/shell.json`).then((shell) => setWords(shell.failed))
  }, [])
  if (!words) return null
  return (
    <main id="main" className="shell" tabIndex={-1}>
      <header className="page-header">
        <h1>{words.title}</h1>
        <p className="lede">{words.lede.replace('{id}', error.digest ?? words.unknown)}</p>
        <button className="button" onClick={reset}>
          {words.again}
        </button>
      </header>
    </main>
  )
}
