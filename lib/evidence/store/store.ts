/** Where the bytes of evidence are kept, under names of our own ('<region>/<piece>'). */
export interface EvidenceStore {
  /** Keeps a file whole or not at all; once it resolves, a crash loses nothing. */
  put: (key: string, bytes: Uint8Array) => Promise<void>
  /** The bytes of a file, or null for one that is not there. */
  open: (key: string) => Promise<ReadableStream<Uint8Array> | null>
  /** Takes a file away; one that is not there is no fault. */
  remove: (key: string) => Promise<void>
}

/** The key of a piece's file. */
export function keyOf({ regionId, id }: { regionId: string; id: string }): string {
  return `${regionId}/${id}`
}
