import 'server-only'
import { env } from '@/lib/env'
import { storageFrom } from './storage'

/** Where this portal keeps its files: the database, unless UploadThing is configured. */
export const portalStorage = storageFrom({
  uploadthingToken: env.UPLOADTHING_TOKEN,
  uploadthingIngestUrl: env.UPLOADTHING_INGEST_URL,
  uploadthingApiUrl: env.UPLOADTHING_API_URL,
  uploadthingFilesUrl: env.UPLOADTHING_FILES_URL,
})
