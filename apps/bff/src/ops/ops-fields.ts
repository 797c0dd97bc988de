import {
  ATTEMPT_STATES,
  type Attempt,
  ORDER_STATES,
  READ_MODELS,
  rebuildView,
  type Stock,
  stock,
} from '@evenkeel/contracts';
import { enumOf } from '../graphql/enum-names.js';

/** The words and fields of the operator API that are not already those of the contracts. */
export const opsFields = {
  OrderState: enumOf(ORDER_STATES),
  AttemptState: enumOf(ATTEMPT_STATES),
  ReadModel: enumOf(READ_MODELS),
  RebuildState: enumOf(rebuildView.output.shape.state.options),
  StockMovementKind: enumOf(stock.shape.movements.element.shape.kind.options),
  StockMovement: { orderNumber: (movement: Stock['movements'][number]) => movement.orderId },
  Payment: { orderNumber: (attempt: Attempt) => attempt.orderId },
};
