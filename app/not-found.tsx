import { MissingPage } from './missing-page'

export default function NotFound() {
  return (
    <main id="main" className="shell" tabIndex={-1}>
      <MissingPage />
    </main>
  )
}
