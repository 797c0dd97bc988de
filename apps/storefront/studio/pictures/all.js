import { heroes } from './heroes.js';
import { home } from './home.js';
import { kitchen } from './kitchen.js';
import { lamps } from './lamps.js';
import { outdoors } from './outdoors.js';
import { paper } from './paper.js';
import { tea } from './tea.js';

/** Every picture of the shop by its key: what to put on the stage, how to look at it, and what it shows. */
export const pictures = { ...lamps, ...tea, ...kitchen, ...outdoors, ...paper, ...home, ...heroes };
