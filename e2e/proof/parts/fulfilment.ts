import type { OrderId } from '@evenkeel/kernel';
import { decideBatch } from '../../../services/fulfilment/src/features/move-shipments/decide-batch.js';
import {
  type ParcelItem,
  toParcelInput,
} from '../../../services/fulfilment/src/features/move-shipments/inputs.js';
import { newsOf } from '../../../services/fulfilment/src/features/move-shipments/news.js';
import { dueInSeconds, type Parcel } from '../../../services/fulfilment/src/shipment.js';
import type { Due, Part } from '../checker/model.js';
import { NOON } from './clock.js';
import { itemOf, streamed } from './letters.js';

/** The parcel of each order. */
export type FulfilmentState = Readonly<Record<OrderId, Parcel>>;

const CARRIER = { dispatchSeconds: 1, deliverSeconds: 1, returnSeconds: 1 };

export const fulfilment: Part<FulfilmentState> = {
  receive(state, message) {
    const item = itemOf<ParcelItem>(message);
    const due = item.type === 'fulfilment.carrier-round' ? [(item.data as unknown as About).orderId] : [];
    const { changed, said } = decideBatch({ parcels: Object.values(state), due }, [toParcelInput(item)]);
    return {
      state: { ...state, ...Object.fromEntries(changed.map((parcel) => [parcel.orderId, parcel])) },
      letters: said.flatMap((one) => {
        const { definition, subject } = newsOf(one, NOON);
        return streamed(definition, subject.data);
      }),
    };
  },
  tell: (state) =>
    Object.values(state)
      .map((parcel) => `parcel of ${parcel.orderId} ${parcel.state}`)
      .join('; ') || 'no parcels',
};

interface About {
  readonly orderId: OrderId;
}

/** Each step of a parcel is due once, at any time after the one before. */
export const dueParcels = (state: FulfilmentState): Due[] =>
  Object.values(state)
    .filter((parcel) => dueInSeconds(parcel.state, CARRIER) !== null)
    .map(({ orderId }) => ({
      to: 'fulfilment',
      message: { type: 'fulfilment.carrier-round', data: { orderId, limit: 1 }, by: 'local' },
      travels: false,
      repeats: false,
    }));
