const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a piece of an address can be an id at all: the database is not asked about anything else. */
export const isUuid = (value: string) => shape.test(value)
