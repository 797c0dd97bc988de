export { StartProblem } from '@evenkeel/engines';
export { houseProcesses, type ProcessDefinition } from './processes.js';
export { startSystem } from './start-system.js';
export type { RunningSystem, SystemEvent, SystemOptions } from './system.js';
