'use client'

import type { ReactNode } from 'react'
import { forgetDrafts } from '@/components/forms/drafts/device'
import { signOut } from './actions'

/** Ends the session; what the person had begun and not saved leaves the device with them. */
export function SignOut({ userId, children }: { userId: string; children: ReactNode }) {
  return (
    <form action={signOut} onSubmit={() => navigator.onLine && forgetDrafts(userId)}>
      <button className="link-button">{children}</button>
    </form>
  )
}
