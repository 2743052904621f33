'use client'

import type { ReactNode } from 'react'
import { forgetDrafts } from '@/components/forms/drafts/device'
import { forgetSendings } from '@/components/forms/unsent/store'
import { signOut } from './actions'

/** Ends the session; what the person had begun and not saved leaves the device with them. */
export function SignOut({ userId, children }: { userId: string; children: ReactNode }) {
  const leave = () => {
    if (!navigator.onLine) return
    forgetDrafts(userId)
    void forgetSendings(userId)
  }
  return (
    <form action={signOut} onSubmit={leave}>
      <button className="link-button">{children}</button>
    </form>
  )
}
