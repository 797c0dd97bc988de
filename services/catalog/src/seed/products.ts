import type { ProductSeed } from './product-seed.js';
import { homeRooms } from './products/home-rooms.js';
import { homeSeats } from './products/home-seats.js';
import { kitchenBoard } from './products/kitchen-board.js';
import { kitchenFire } from './products/kitchen-fire.js';
import { lampsEvening } from './products/lamps-evening.js';
import { lampsTidewater } from './products/lamps-tidewater.js';
import { outdoorsCamp } from './products/outdoors-camp.js';
import { outdoorsCarry } from './products/outdoors-carry.js';
import { paperDesk } from './products/paper-desk.js';
import { paperWrite } from './products/paper-write.js';
import { teaPots } from './products/tea-pots.js';
import { teaTable } from './products/tea-table.js';

/** Everything the house sells, department by department. */
export const products: readonly ProductSeed[] = [
  ...lampsTidewater,
  ...lampsEvening,
  ...teaPots,
  ...teaTable,
  ...kitchenFire,
  ...kitchenBoard,
  ...outdoorsCarry,
  ...outdoorsCamp,
  ...paperWrite,
  ...paperDesk,
  ...homeRooms,
  ...homeSeats,
];
