import type { MessageVitals } from '@evenkeel/contracts';
import { unlessNone, type Violation } from '../../violation.js';

/** M1 and M5 for one service. */
export const checkMessages = (service: string, { unsent, deadLetters }: MessageVitals): Violation[] => [
  ...unlessNone('M1', unsent, `messages of ${service} that did not leave`),
  ...unlessNone('M5', deadLetters, `dead letters of ${service}`),
];
