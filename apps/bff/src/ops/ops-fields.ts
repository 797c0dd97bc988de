import {
  type ActiveFault,
  ATTEMPT_STATES,
  type Attempt,
  DEPTHS,
  FAULT_EFFECTS,
  type FaultMaker,
  ORDER_STATES,
  READ_MODELS,
  rebuildView,
  SEVERITIES,
  type Stock,
  scoreboardLine,
  stock,
} from '@evenkeel/contracts';
import { enumOf } from '../graphql/enum-names.js';

/** The words and fields of the operator API that are not already those of the contracts. */
export const opsFields = {
  OrderState: enumOf(ORDER_STATES),
  AttemptState: enumOf(ATTEMPT_STATES),
  ReadModel: enumOf(READ_MODELS),
  FaultEffect: enumOf(FAULT_EFFECTS),
  FaultMaker: enumOf(['point', 'clock', 'bank', 'launcher'] satisfies FaultMaker[]),
  Fault: { remainingSeconds: ({ remainingMs }: ActiveFault) => Math.ceil(remainingMs / 1_000) },
  RebuildState: enumOf(rebuildView.output.shape.state.options),
  Severity: enumOf(SEVERITIES),
  AuditDepth: enumOf(DEPTHS),
  InvariantState: enumOf(scoreboardLine.shape.state.options),
  StockMovementKind: enumOf(stock.shape.movements.element.shape.kind.options),
  StockMovement: { orderNumber: (movement: Stock['movements'][number]) => movement.orderId },
  Payment: { orderNumber: (attempt: Attempt) => attempt.orderId },
};
