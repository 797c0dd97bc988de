import { join } from 'node:path';
import { launch } from './launcher.js';
import { houseProcesses } from './processes.js';

await launch({ root: join(import.meta.dirname, '..', '..', '..'), services: houseProcesses });
