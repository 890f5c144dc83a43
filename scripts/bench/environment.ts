import { testEnvironment } from '../environment'

const wide = '1000000000/180'

/** The portal as in production, with its limits wide: one computer asks here for what thousands of people do. */
export const benchEnvironment = (databaseUrl: string, port: number): NodeJS.ProcessEnv => ({
  ...testEnvironment(databaseUrl, port),
  SESSIONS_PER_PERSON: '100',
  LIMIT_SIGN_IN_PER_ADDRESS: wide,
  LIMIT_REQUESTS_PER_PERSON: wide,
  LIMIT_REQUESTS_PER_CONTRIBUTOR: wide,
  LIMIT_MESSAGES_PER_PERSON: wide,
  LIMIT_UPLOADS_PER_PERSON: wide,
  LIMIT_SEARCHES_PER_PERSON: wide,
})
