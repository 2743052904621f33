'use client'

/** When even the frame breaks: no translations, no styles to rely on, in both languages. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <h1>Something went wrong on our side.</h1>
        <p>Reload the page. Number: {error.digest ?? '–'}</p>
        <p lang="de">Bei uns ist etwas schiefgegangen. Laden Sie die Seite neu.</p>
      </body>
    </html>
  )
}
