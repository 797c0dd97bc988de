/** For whoever sets or makes faults without being a process of the house. */
export * from './fault-controller.js';
export { type Faults, type FaultWorkshop, openFaults, skewedClock } from './faults.js';
