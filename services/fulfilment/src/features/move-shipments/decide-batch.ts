import { assertNever, type CustomerId, type OrderId } from '@evenkeel/kernel';
import type { Parcel } from '../../shipment.js';
import { carry, paid, refunding, type Sale, type Step, stockConfirmed } from './decide.js';

/** Everything that moves parcels, in the words of this service. */
export type ParcelInput =
  | ({ readonly type: 'paid' } & Sale)
  | { readonly type: 'stock-confirmed'; readonly orderId: OrderId }
  | { readonly type: 'refunding'; readonly orderId: OrderId; readonly customerId: CustomerId }
  /** The carrier comes and does what is due. */
  | { readonly type: 'carrier-round' };

/** The parcels that a batch names, and the orders of those whose carrier's step is due. */
export interface Loaded {
  readonly parcels: readonly Parcel[];
  readonly due: readonly OrderId[];
}

export interface BatchDecision {
  /** Each changed parcel, as the batch leaves it. */
  readonly changed: readonly Parcel[];
  /** What is said, in order; `index` is the place of the input that caused it. */
  readonly said: readonly {
    readonly parcel: Parcel;
    readonly say: NonNullable<Step['say']>;
    readonly index: number;
  }[];
}

/** Decides all inputs of a batch in their order of arrival, against the parcels as they were read. */
export function decideBatch({ parcels, due }: Loaded, inputs: readonly ParcelInput[]): BatchDecision {
  const read = new Map(parcels.map((parcel) => [parcel.orderId, parcel]));
  const now = new Map(read);
  const said: BatchDecision['said'][number][] = [];

  for (const [index, input] of inputs.entries()) {
    for (const { parcel, say } of stepsOf(input)) {
      now.set(parcel.orderId, parcel);
      if (say) said.push({ parcel, say, index });
    }
  }
  return { changed: [...now.values()].filter((parcel) => read.get(parcel.orderId) !== parcel), said };

  function stepsOf(input: ParcelInput): Step[] {
    const steps =
      input.type === 'carrier-round' ? due.map(carryDue) : [stepOf(now.get(input.orderId), input)];
    return steps.filter((step) => step !== null);
  }

  /** Only a parcel that is as it was read is due: what this batch changed begins to wait anew. */
  function carryDue(orderId: OrderId): Step | null {
    const parcel = now.get(orderId);
    return parcel && parcel === read.get(orderId) ? carry(parcel) : null;
  }
}

function stepOf(
  known: Parcel | undefined,
  input: Exclude<ParcelInput, { type: 'carrier-round' }>,
): Step | null {
  switch (input.type) {
    case 'paid': {
      const { orderId, customerId, lines } = input;
      return paid(known, { orderId, customerId, lines });
    }
    case 'stock-confirmed':
      return stockConfirmed(known, input.orderId);
    case 'refunding':
      return refunding(known, input);
    default:
      return assertNever(input);
  }
}
