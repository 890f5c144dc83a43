/** The last instant of a right that ends at `end`: one that ends at midnight lasts until the day before. */
export const lastMoment = (end: Date | string) => new Date(new Date(end).getTime() - 1)
