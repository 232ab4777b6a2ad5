/** How much one page of a list can hold. */

/** Where a request says nothing. */
export const DEFAULT_PAGE_SIZE = 50;

/** The most that a request can ask for, and the most ids that it can give at once. */
export const MAX_PAGE_SIZE = 100;
