/**
 * The places in the code where a process can be made to crash, to wait or to fail, each with the sentence of what that
 * breaks. Every boundary between a database, the bus and the bank has one (consistency.md §7).
 */
export const FAULT_POINTS = {
  'action.before-handling': 'A call has arrived and nothing of it is done yet.',
  'action.before-answer': 'A call is carried out, and who asked does not hear of it.',
  'lane.before-transaction': 'A batch was taken from the line, and nothing of it is written yet.',
  'lane.mid-batch': 'One handler of a batch has decided, the next has not begun.',
  'lane.under-lock': 'The rows of a batch are written and locked, but not committed.',
  'lane.after-commit': 'A batch is committed; nothing of it is published, and nobody has heard of it.',
  'lane.before-acknowledgement':
    'A batch is committed and on its way out, but the broker would bring it again.',
  'relay.before-publish': 'Committed rows are about to be published.',
  'relay.after-publish': 'The broker has a row that its outbox still takes for unsent.',
  'relay.before-mark': 'Acknowledged rows are about to be noted as sent.',
  'relay.rewinding': 'The broker lost rows, and part of them is forgotten as sent.',
  'outbox.sweeping': 'The sweep has found unsent rows, and published none of them.',
  'dead-letter.before-acknowledgement':
    'A message lies among the dead letters, but the broker would bring it again.',
  'saga.between-steps': 'A step of a checkout has been answered, and the next one is not asked for.',
  'saga.compensating': 'An order gives back what was held for it, and nobody was told yet.',
  'sweeper.found': 'A sweeper knows what is overdue, and has not put it into the line.',
  'reconciliation.found': 'The auditor has seen differences twice, and written none of them down.',
  'repair.before-apply': 'A repair was decided, and its owner was not asked for it.',
  'bank.before-request': 'An attempt is committed, and the bank has not been asked.',
  'bank.after-answer': 'The bank has done what it was asked, and its word is not taken in.',
} as const;

export type FaultPoint = keyof typeof FAULT_POINTS;
