import { Shopper } from './src/support/shopper.js';
import { buyStubbornly, settledOf } from './src/support/stubborn.js';
import { Operator } from './src/support/operator.js';
const base = process.argv[2] ?? '';
const n = Number(process.argv[3] ?? 100);
const lines = [{ sku: 'TEA-TRN-3-MIX', quantity: 1 }];
const ops = await Operator.signIn(base);
await ops.setAvailable('TEA-TRN-3-MIX', 5000);
const total = await (await Shopper.guest(base)).priceOf(lines);
let done = 0;
await Promise.all(Array.from({ length: 16 }, async () => {
  while (done < n) { done += 1; await settledOf(await buyStubbornly(base, lines, total)); }
}));
console.log('bought', done);
process.exit(0);
