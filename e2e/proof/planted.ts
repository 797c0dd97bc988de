import type { Message, Model, Part } from './checker/model.js';
import type { PaymentState } from './parts/payment.js';
import { shop } from './shop.js';

/** A protection that is taken out of the shop, so that the search must find what it was for. */
export interface Planted {
  readonly name: string;
  readonly model: Model;
  /** Where it shows. */
  readonly configuration: string;
  readonly breaks: string;
  /** Words of the story. */
  readonly told: readonly string[];
}

const { order, loyalty, payment } = shop.parts;
const withPart = (parts: Partial<Model['parts']>): Model => ({ ...shop, parts: { ...shop.parts, ...parts } });

/** A part that hears some messages as others, or not at all. */
const hearing = <State>(
  part: Part<State>,
  hear: (state: State, message: Message) => Message | null,
): Part<State> => ({
  ...part,
  receive(state, message) {
    const heard = hear(state, message);
    return heard ? part.receive(state, heard) : { state, letters: [] };
  },
});

const attemptOf = (state: PaymentState, { data }: Message) =>
  state.attempts[(data as { attemptId: keyof PaymentState['attempts'] }).attemptId];

export const planted: readonly Planted[] = [
  {
    name: 'the inbox is not asked',
    model: { ...shop, inbox: false },
    configuration: 'a guest pays, or does not',
    breaks: 'L7',
    told: ['dies before it acknowledges', 'booked 2 times'],
  },
  {
    name: 'money that comes after the end is not looked at',
    model: withPart({
      order: hearing(order, (state, message) => {
        const { orderId } = message.data as { orderId: keyof typeof state };
        const ended = ['expired', 'cancelled'].includes(state[orderId]?.progress.state ?? '');
        return ended && message.type === 'payment.payment-captured' ? null : message;
      }),
    }),
    configuration: 'a slow card',
    breaks: 'O3',
    told: ['order.deadline-passed', 'It goes round for ever', 'its attempt is still open'],
  },
  {
    name: 'a cancel that comes before its hold leaves no mark',
    model: withPart({
      loyalty: {
        ...loyalty,
        receive(state, message) {
          const reaction = loyalty.receive(state, message);
          const fresh = Object.keys(reaction.state.holds).length > Object.keys(state.holds).length;
          return fresh && message.type === 'loyalty.release-benefits' ? { ...reaction, state } : reaction;
        },
      },
    }),
    configuration: 'points and a coupon, cancelled',
    breaks: 'O4',
    told: ['Loyalty gets loyalty.release-benefits', 'still holds 500 points'],
  },
  {
    name: 'a refund leaves no mark on the points of its order',
    model: withPart({
      loyalty: {
        ...loyalty,
        receive(state, message) {
          const { state: next, letters } = loyalty.receive(state, message);
          const marked = Object.values(next.orderPoints).map((one) => [
            one.orderId,
            { ...one, reversed: false },
          ]);
          const orderPoints = Object.fromEntries(marked) as typeof next.orderPoints;
          return { state: { ...next, orderPoints }, letters };
        },
      },
    }),
    configuration: 'points and a coupon, refunded',
    breaks: 'Y2',
    told: ['order.deadline-passed', 'order.order-refunding'],
  },
  {
    name: 'no answer of the bank is taken for a no',
    model: withPart({
      payment: hearing(payment, (_state, message) => {
        const data = message.data as { statement?: { status: string } };
        if (data.statement?.status !== 'no-answer') return message;
        return { ...message, data: { ...data, statement: { status: 'declined', reason: null } } };
      }),
    }),
    configuration: 'a guest pays, or does not',
    breaks: 'P3',
    told: ['Nobody waits any longer', 'It was declined, and the bank says captured'],
  },
  {
    name: 'an attempt is closed without asking the bank',
    model: withPart({
      payment: hearing(payment, (state, message) => {
        const attempt = attemptOf(state, message);
        if (message.type !== 'payment.void-payment' || !attempt) return message;
        const data = { attemptId: attempt.attemptId, statement: { status: 'voided' }, webhookId: null };
        return { type: 'payment.bank-spoke', data, by: 'local' };
      }),
    }),
    configuration: 'a guest pays and cancels',
    breaks: 'P3',
    told: ['Payment gets payment.void-payment', 'It was voided, and the bank says captured'],
  },
  {
    name: 'nobody looks for orders past their deadline',
    model: { ...shop, clocks: shop.clocks.slice(1) },
    configuration: 'a guest pays, or does not',
    breaks: 'O3',
    told: ['nothing moves it any more'],
  },
];
