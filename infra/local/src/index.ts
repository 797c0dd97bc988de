export { houseProcesses, type ProcessDefinition } from './processes.js';
export { type RunningSystem, type SystemEvent, type SystemOptions, startSystem } from './start-system.js';
