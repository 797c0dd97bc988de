import type { Model } from './checker/model.js';
import { bookInvariants } from './invariants/books.js';
import { moneyInvariants } from './invariants/money.js';
import { orderInvariants } from './invariants/orders.js';
import { pointInvariants } from './invariants/points.js';
import { stockInvariants } from './invariants/stock.js';
import { bank, dueCaptures } from './parts/bank.js';
import { unanswered } from './parts/bank-line.js';
import { finance } from './parts/finance.js';
import { dueParcels, fulfilment } from './parts/fulfilment.js';
import { inventory, overdueHolds } from './parts/inventory.js';
import { loyalty } from './parts/loyalty.js';
import { dueOrders, order } from './parts/order.js';
import { dueQuestions, payment } from './parts/payment.js';

/** The shop as it is: the deciders of its services, the bank's book, and all that must hold. */
export const shop: Model = {
  parts: { order, inventory, payment, bank, loyalty, fulfilment, finance },
  clocks: [
    { of: ['order'], due: (states) => dueOrders(states.order) },
    { of: ['payment'], due: (states) => dueQuestions(states.payment) },
    { of: ['inventory', 'order'], due: (states) => overdueHolds(states.inventory, states.order) },
    { of: ['fulfilment'], due: (states) => dueParcels(states.fulfilment) },
    { of: ['bank'], due: (states) => dueCaptures(states.bank) },
  ],
  invariants: [
    ...orderInvariants,
    ...stockInvariants,
    ...moneyInvariants,
    ...bookInvariants,
    ...pointInvariants,
  ],
  inbox: true,
  unanswered,
};
