import { type Difference, type Settled, say } from '../../difference.js';

/** P3: money that moved at the bank and that no attempt of ours asked for. */
export const strayMoney = (lines: readonly Settled[], graceSeconds: number): Difference[] =>
  lines
    .filter(({ kind, ageSeconds }) => kind === 'capture' && ageSeconds > graceSeconds)
    .map(({ reference, amount }) => ({
      class: 'bank-took-for-nobody',
      subject: reference,
      orderId: null,
      atStake: amount,
      evidence: [
        { side: 'bank', says: `took ${say(amount)}` },
        { side: 'payment', says: 'has no such attempt' },
      ],
    }));
