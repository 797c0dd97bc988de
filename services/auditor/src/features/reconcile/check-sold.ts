import type { ActionOutput, listStock } from '@evenkeel/contracts';
import type { Difference } from '../../difference.js';

export type StockRow = ActionOutput<typeof listStock>['items'][number];

/** I6: no more pieces were sold, and not returned, than were supplied and adjusted. */
export function checkSold({ sku, supplied, adjusted, confirmed, returned }: StockRow): Difference[] {
  const [had, sold] = [supplied + adjusted, confirmed - returned];
  if (sold <= had) return [];
  const evidence = [
    { side: 'movements', says: `${had} were supplied and adjusted` },
    { side: 'reservations', says: `${sold} were sold and not returned` },
  ];
  return [{ class: 'oversold', subject: sku, orderId: null, atStake: null, evidence }];
}
