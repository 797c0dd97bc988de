import type { Charge } from './charge.js';

/** What has passed the door since the bank started: shows that a rare path was really taken. */
export class Tally {
  charges = 0;
  /** Charges that came again and were answered as the first time. */
  repeatedCharges = 0;
  /** Charges that came after their void. */
  lateCharges = 0;
  queries = 0;
  voids = 0;
  refunds = 0;
  repeatedRefunds = 0;
  /** Requests whose signature did not hold. */
  notBelieved = 0;

  charge(charge: Charge, first: boolean): void {
    if (first) this.charges += 1;
    else if (charge.state === 'voided') this.lateCharges += 1;
    else this.repeatedCharges += 1;
  }

  refund(first: boolean): void {
    if (first) this.refunds += 1;
    else this.repeatedRefunds += 1;
  }
}
