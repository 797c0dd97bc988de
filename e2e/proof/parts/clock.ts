/**
 * Time is left open: whatever waits for an instant may find that it has come, at any moment. So instants that grow
 * would only make more worlds; a deadline is either there or not.
 */
export const NOON = '2026-01-01T12:00:00.000Z';
/** A deadline that has come, before the time to pay is over. */
export const SOON = '2026-01-01T12:05:00.000Z';
/** All time to pay is over. */
export const LATE = '2026-01-01T13:00:00.000Z';
