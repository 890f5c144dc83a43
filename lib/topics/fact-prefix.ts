/** A topic's own questions travel in the form under this prefix, apart from the fixed fields. */
export const factPrefix = 'fact_'
