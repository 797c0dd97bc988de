import type { RateFigure } from '../load/measure-rate.js';
import type { FigureName } from '../options.js';
import type { OrderFigure } from '../orders/measure-orders.js';

/** What a run collects on its way. */
export interface Findings {
  /** Name, version and kind of each. */
  readonly engines: string[];
  readonly orders: OrderFigure[];
  readonly rates: Partial<Record<Exclude<FigureName, 'orders'>, RateFigure>>;
  /** What came out other than it should; a run with any has failed. */
  readonly problems: string[];
}
