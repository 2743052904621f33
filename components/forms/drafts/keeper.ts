import { differing, draftKey, packDraft, type Draft } from '@/lib/forms/drafts/rules'
import { findDraft, storeDraft, tidyDrafts } from './device'
import { describeForm, findVersion, listTyped, readDefaults, readValues } from './form-values'

/** What was begun here earlier and not saved. */
export interface Offer {
  draft: Draft
  /** The saved thing has changed since. */
  outdated: boolean
}

interface Listeners {
  /** Something begun earlier is there, or (null) has been settled. */
  onOffer: (offer: Offer | null) => void
  /** Somebody is at the fields: what they saw must not be exchanged under their hands. */
  onHold: (held: boolean) => void
}

/** Keeps what is typed into one form on the device, until it is saved or thrown away. */
export class DraftKeeper {
  private base: Record<string, string> | null = null
  private offered: Draft | null = null
  private listening = new AbortController()
  private key: string | null = null
  /** The version that was seen when the typing began; null while nobody types. */
  version: string | null = null

  constructor(
    private form: HTMLFormElement,
    private tell: Listeners,
  ) {}

  /** Begins to listen; `userId`: whose drafts are kept, null for nobody's. */
  open(userId: string | null) {
    if (listTyped(this.form).length === 0) return
    const { signal } = this.listening
    this.form.addEventListener('focusin', () => this.hold(), { signal })
    this.form.addEventListener('focusout', (event) => this.leave(event), { signal })
    this.form.addEventListener('input', () => this.keep(), { signal })
    if (!userId) return
    tidyDrafts()
    this.key = draftKey(userId, location.pathname, describeForm(this.form))
    const draft = findDraft(this.key)
    const news = draft ? differing(readValues(this.form), draft.fields) : {}
    if (draft && Object.keys(news).length > 0) {
      this.offered = draft
      this.tell.onOffer({ draft, outdated: draft.version !== findVersion(this.form) })
    }
    // On a slow device people type before the scripts are there to listen.
    if (Object.keys(this.changes(readDefaults(this.form))).length > 0) this.keep()
  }

  close() {
    this.listening.abort()
    this.listening = new AbortController()
  }

  /** What is typed from now on was typed over the version that the draft was. */
  resume(draft: Draft) {
    this.hold()
    this.version = draft.version
    this.offered = null
    this.tell.onOffer(null)
  }

  /** The person has seen a later version, and writes over that from now on. */
  accept(version: string) {
    if (this.base) this.version = version
  }

  /** Saved or thrown away: nothing is left to offer. */
  forget() {
    if (this.key) storeDraft(this.key, null)
    this.base = null
    this.version = null
    this.offered = null
    this.tell.onOffer(null)
    this.tell.onHold(false)
  }

  private hold() {
    if (this.base) return
    this.base = readDefaults(this.form)
    this.version = findVersion(this.form)
    this.tell.onHold(true)
  }

  private leave({ relatedTarget }: FocusEvent) {
    if (relatedTarget instanceof Node && this.form.contains(relatedTarget)) return
    if (!this.base || Object.keys(this.changes(this.base)).length > 0) return
    this.base = null
    this.version = null
    this.tell.onHold(false)
  }

  private keep() {
    this.hold()
    if (!this.key || !this.base) return
    const fields = { ...this.offered?.fields, ...this.changes(this.base) }
    const version = this.offered ? this.offered.version : this.version
    storeDraft(this.key, packDraft({ at: Date.now(), version, fields }))
  }

  private changes(base: Record<string, string>) {
    return differing(base, readValues(this.form))
  }
}
