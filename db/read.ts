import { connection } from './client'

/** All a query needs, and nothing that writes. */
export const db: Pick<typeof connection, 'select' | 'selectDistinct' | '$count'> = connection
