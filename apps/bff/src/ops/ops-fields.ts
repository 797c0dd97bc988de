import {
  type ActiveFault,
  ATTEMPT_STATES,
  type Attempt,
  auditRun,
  DEPTHS,
  FAULT_EFFECTS,
  type FaultMaker,
  FINDING_CLASSES,
  FINDING_STATES,
  ORDER_STATES,
  READ_MODELS,
  REPAIR_KINDS,
  rebuildView,
  SEVERITIES,
  type Stock,
  scoreboardLine,
  stock,
} from '@evenkeel/contracts';
import { enumOf } from '../graphql/enum-names.js';
import { findingFields } from './audit.js';

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
  AuditRunState: enumOf(auditRun.shape.state.options),
  FindingState: enumOf(FINDING_STATES),
  FindingClass: enumOf(Object.keys(FINDING_CLASSES)),
  RepairKind: enumOf(REPAIR_KINDS),
  Finding: findingFields,
  InvariantState: enumOf(scoreboardLine.shape.state.options),
  StockMovementKind: enumOf(stock.shape.movements.element.shape.kind.options),
  StockMovement: { orderNumber: (movement: Stock['movements'][number]) => movement.orderId },
  Payment: { orderNumber: (attempt: Attempt) => attempt.orderId },
};
