import { auditorActions } from '../auditor/auditor-actions.js';
import { deadLetterDeskActions } from '../auditor/dead-letter-desk.js';
import { orderPartsQueries } from '../auditor/order-parts.js';
import { productPartsQueries } from '../auditor/product-parts.js';
import { repairActions } from '../auditor/repairs.js';
import { salesDaysQueries } from '../auditor/sales-days.js';
import { vitalsQueries } from '../auditor/vitals.js';
import { walletPartsQueries } from '../auditor/wallet-parts.js';
import { cartActions } from '../cart/cart.js';
import { catalogActions, catalogEvents } from '../catalog/catalog.js';
import { financeActions, financeEvents } from '../finance/finance.js';
import { fulfilmentActions, fulfilmentEvents } from '../fulfilment/fulfilment.js';
import { identityActions, identityEvents } from '../identity/identity.js';
import { inventoryActions } from '../inventory/inventory-actions.js';
import { inventoryCommands, inventoryEvents } from '../inventory/inventory-messages.js';
import { loyaltyActions } from '../loyalty/loyalty-actions.js';
import { loyaltyCommands, loyaltyEvents } from '../loyalty/loyalty-messages.js';
import { orderActions } from '../order/order-actions.js';
import { orderEvents } from '../order/order-events.js';
import { paymentActions } from '../payment/payment-actions.js';
import { paymentCommands, paymentEvents } from '../payment/payment-messages.js';
import { searchActions } from '../search/search.js';
import { viewsActions, viewsEvents } from '../views/views.js';
import type { AnyAction } from './action.js';
import type { AnyMessage } from './define.js';

/** Every event and durable command of the house. */
export const messages: readonly AnyMessage[] = [
  ...orderEvents,
  ...inventoryCommands,
  ...inventoryEvents,
  ...paymentCommands,
  ...paymentEvents,
  ...financeEvents,
  ...loyaltyCommands,
  ...loyaltyEvents,
  ...fulfilmentEvents,
  ...identityEvents,
  ...catalogEvents,
  ...viewsEvents,
];

export const messageByType: ReadonlyMap<string, AnyMessage> = new Map(messages.map((m) => [m.type, m]));

/** Every request/reply action of the house, but for the `get-commands` that each service answers. */
export const actions: readonly AnyAction[] = [
  ...orderActions,
  ...inventoryActions,
  ...paymentActions,
  ...financeActions,
  ...loyaltyActions,
  ...fulfilmentActions,
  ...identityActions,
  ...catalogActions,
  ...cartActions,
  ...searchActions,
  ...viewsActions,
  ...auditorActions,
  ...deadLetterDeskActions,
  ...orderPartsQueries,
  ...productPartsQueries,
  ...walletPartsQueries,
  ...salesDaysQueries,
  ...repairActions,
  ...vitalsQueries,
];
