import { env } from '@/lib/env'
import { createFolderStore } from '@/lib/evidence/store/folder'
import type { EvidenceStore } from '@/lib/evidence/store/store'

let chosen: Promise<EvidenceStore> | undefined

/** The store that the settings name: a bucket if there is one, else a folder in DATA_DIR. */
export function evidenceStore(): Promise<EvidenceStore> {
  return (chosen ??= choose())
}

async function choose(): Promise<EvidenceStore> {
  const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env
  if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    return createFolderStore(`${env.DATA_DIR}/evidence`)
  }
  // Its client is large; installations with a folder never load it.
  const { createBucketStore } = await import('@/lib/evidence/store/bucket')
  return createBucketStore({
    bucket: S3_BUCKET,
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
  })
}
