import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import type { EvidenceStore } from '@/lib/evidence/store/store'

interface Settings {
  bucket: string
  /** Absent for Amazon's own; set for what speaks the same language (MinIO, Ceph). */
  endpoint?: string | undefined
  region: string
  credentials: { accessKeyId: string; secretAccessKey: string }
}

/** Keeps files in a bucket of an S3 store; nobody but the app needs to reach it. */
export function createBucketStore({ bucket, endpoint, ...rest }: Settings): EvidenceStore {
  const client = new S3Client({
    ...rest,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    maxAttempts: 3,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const at = (key: string) => ({ Bucket: bucket, Key: `evidence/${key}` })
  return {
    put: async (key, bytes) => {
      // Should the bucket ever be opened to the world, nothing in it is a page.
      const asFile = { ContentType: 'application/octet-stream', ContentDisposition: 'attachment' }
      await client.send(new PutObjectCommand({ ...at(key), ...asFile, Body: bytes }))
    },
    open: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(key)))
        return (Body?.transformToWebStream() as ReadableStream<Uint8Array> | undefined) ?? null
      } catch (error) {
        if (error instanceof NoSuchKey) return null
        throw error
      }
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand(at(key)))
    },
  }
}
