import * as bags from './bags.js';
import * as boards from './boards.js';
import * as desk from './desk.js';
import * as furniture from './furniture.js';
import * as home from './home.js';
import * as kitchen from './kitchen.js';
import * as kitchenFire from './kitchen-fire.js';
import * as lamps from './lamps.js';
import * as lampsEvening from './lamps-evening.js';
import * as outdoors from './outdoors.js';
import * as outdoorsCamp from './outdoors-camp.js';
import * as paper from './paper.js';
import * as paperInk from './paper-ink.js';
import * as tea from './tea.js';
import * as teaBowls from './tea-bowls.js';

/** Everything that can be put on the stage, by name. */
export const things = {
  ...bags,
  ...boards,
  ...desk,
  ...furniture,
  ...home,
  ...kitchen,
  ...kitchenFire,
  ...lamps,
  ...lampsEvening,
  ...outdoors,
  ...outdoorsCamp,
  ...paper,
  ...paperInk,
  ...tea,
  ...teaBowls,
};
