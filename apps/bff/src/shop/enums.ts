import {
  ORDER_STATES,
  orderMoment,
  orderView,
  productSort,
  STOCK_STATES,
  VIEWER_KINDS,
  walletChange,
} from '@evenkeel/contracts';
import { enumOf } from '../graphql/enum-names.js';
import { COUPON_PROBLEMS } from '../refusals/coupon-refused.js';

/** The enums of the shop whose words are those of the contracts. */
export const shopEnums = {
  ViewerKind: enumOf(VIEWER_KINDS),
  ProductSort: enumOf(productSort.options),
  StockState: enumOf(STOCK_STATES),
  OrderState: enumOf(ORDER_STATES),
  OrderMomentKind: enumOf(orderMoment.shape.kind.options),
  PaymentState: enumOf(orderView.shape.payment.unwrap().shape.state.options),
  ShipmentState: enumOf(orderView.shape.shipment.unwrap().shape.state.options),
  CouponProblem: enumOf(COUPON_PROBLEMS),
  WalletEntryKind: enumOf(walletChange.shape.entries.element.shape.kind.options),
};
