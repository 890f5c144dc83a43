import * as z from 'zod'

/** «10/180»: at most ten in 180 seconds. */
const allowance = (standard: string) =>
  z
    .string()
    .regex(/^\d+\/\d+$/, 'Write a limit as count/seconds, for example 10/180')
    .default(standard)
    .transform((text) => {
      const [count, seconds] = text.split('/').map(Number)
      return { count: count!, seconds: seconds! }
    })
export type Allowance = z.output<ReturnType<typeof allowance>>

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')
const count = (standard: number) => z.coerce.number().int().positive().default(standard)
/** An empty line of `.env` means the same as no line. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    DATABASE_URL: z.url(),
    PORTAL_URL: z.url().default('http://localhost:3000'),
    AUTH_SECRET: z.string().min(32),
    DEMO: flag,
    WORKER: z.enum(['inside', 'external']).default('inside'),

    ATTACHMENT_MAX_FILES: count(3),
    ATTACHMENT_MAX_BYTES: count(3 * 1024 * 1024),
    /** Bytes of a file of notices. */
    IMPORT_MAX_BYTES: count(64 * 1024 * 1024),
    UPLOADTHING_TOKEN: optional(z.string()),
    UPLOADTHING_INGEST_URL: optional(z.url()),
    UPLOADTHING_API_URL: optional(z.url()),
    UPLOADTHING_FILES_URL: optional(z.url()),
    CLAMD_URL: optional(z.url()),

    RESEND_API_KEY: optional(z.string()),
    RESEND_BASE_URL: optional(z.url()),
    SMTP_URL: optional(z.url()),
    MAIL_FROM: z.string().default('Cassetto Committenti <non-rispondere@cassetto.example>'),
    SMS_GATEWAY_URL: optional(z.url()),
    SMS_GATEWAY_TOKEN: optional(z.string()),

    SESSION_IDLE_MINUTES: count(15),
    SESSION_HOURS: count(8),
    SESSIONS_PER_PERSON: count(3),
    LIMIT_SIGN_IN_PER_ADDRESS: allowance('10/180'),
    LIMIT_REQUESTS_PER_PERSON: allowance('10/3600'),
    LIMIT_REQUESTS_PER_CONTRIBUTOR: allowance('60/86400'),
    LIMIT_MESSAGES_PER_PERSON: allowance('30/3600'),
    LIMIT_UPLOADS_PER_PERSON: allowance('30/3600'),
    LIMIT_SEARCHES_PER_PERSON: allowance('60/60'),
    LIMIT_FEEDBACK_PER_ADDRESS: allowance('10/3600'),
    LIMIT_CALENDARS_PER_ADDRESS: allowance('120/3600'),
    LIMIT_VERIFICATIONS_PER_ADDRESS: allowance('30/3600'),
    LIMIT_CODES_PER_CONTACT: allowance('5/3600'),
    LIMIT_CODES_PER_PERSON: allowance('20/3600'),
    /** How many proxies in front of the portal add to X-Forwarded-For; with 0 none of it is believed. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).default(1),
  })
  .refine((env) => !env.DEMO || ['localhost', '127.0.0.1'].includes(new URL(env.PORTAL_URL).hostname), {
    message: 'DEMO opens accounts with a public PIN: it is for http://localhost alone',
    path: ['DEMO'],
  })

/** The configuration, read once. The portal does not start on a wrong one. */
export const env = schema.parse(process.env)
