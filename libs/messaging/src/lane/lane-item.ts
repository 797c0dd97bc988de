import type { Envelope } from '@evenkeel/kernel';
import { causeOf } from '../message.js';
import type { QueuedItem, Settlement } from './item.js';

/** A message as the lane takes it. */
export const laneItem = (message: Envelope, settle: Settlement): QueuedItem => ({
  id: message.id,
  type: message.type,
  data: message.data,
  aggregateVersion: message.aggregateVersion,
  cause: causeOf(message),
  caller: null,
  claimed: true,
  message,
  settle,
});
