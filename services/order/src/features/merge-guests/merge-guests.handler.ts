import { guestMerged } from '@evenkeel/contracts';
import { handles } from '@evenkeel/messaging';
import { mergeGuests } from '../../store/order-store.js';

/** At sign-in the guest's orders and keys go over to the customer. */
export const mergeGuestsHandler = handles([guestMerged], async (items, work) => {
  const pairs = items
    .map(({ data }) => ({ guestId: data.guestId, customerId: data.customerId }))
    .sort((a, b) => (a.guestId < b.guestId ? -1 : 1));
  for (const statement of mergeGuests(pairs)) work.write(statement);
});
