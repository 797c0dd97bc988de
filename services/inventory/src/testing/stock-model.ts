import type { SkuQuantity } from '@evenkeel/contracts';
import { type Model, sorted } from '@evenkeel/testing/model';
import type { Outcome, ReservationStatus } from '../reservation.js';

/** What a story can say to inventory, of orders and SKUs by the names they have in it. */
export type StockMessage =
  | { readonly say: 'try'; readonly order: string; readonly round: number; readonly lines: readonly Line[] }
  | { readonly say: 'cancel' | 'confirm' | 'paid' | 'expire'; readonly order: string; readonly round: number }
  | { readonly say: 'shipment-cancelled' | 'shipment-returned'; readonly order: string }
  | { readonly say: 'adjust'; readonly key: string; readonly sku: string; readonly delta: number }
  | { readonly say: 'publish'; readonly sku: string };

type Line = { readonly sku: string; readonly quantity: SkuQuantity['quantity'] };

interface Shelf {
  onHand: number;
  reserved: number;
  version: number;
}

interface Round {
  outcome: Outcome;
  version: number;
  lines: ReadonlyMap<string, number>;
  status: ReservationStatus | null;
  returned: boolean;
}

/** What the database holds of a story, all of it sorted; what is not there is left out. */
export interface StockView {
  /** SKU, on hand, reserved, version, movements. */
  readonly stock: readonly (readonly [string, number, number, number, number])[];
  /** Order, round, outcome, version. */
  readonly rounds: readonly (readonly [string, number, Outcome, number])[];
  /** Order, round, SKU, quantity, status, returned. */
  readonly reservations: readonly (readonly [string, number, string, number, ReservationStatus, boolean])[];
}

/** The rules of consistency.md §2, one message after the other. */
export class StockModel implements Model<StockMessage> {
  readonly #stock: Map<string, Shelf>;
  readonly #rounds = new Map<string, Map<number, Round>>();
  readonly #keys = new Map<string, { readonly body: string; readonly answer: string }>();

  /** @param pieces on the shelf, by SKU */
  constructor(pieces: Readonly<Record<string, number>>) {
    const shelves = Object.entries(pieces);
    this.#stock = new Map(shelves.map(([sku, onHand]) => [sku, { onHand, reserved: 0, version: 1 }]));
  }

  copy(): StockModel {
    const copy = new StockModel({});
    for (const [sku, shelf] of this.#stock) copy.#stock.set(sku, { ...shelf });
    for (const [order, rounds] of this.#rounds) {
      copy.#rounds.set(order, new Map([...rounds].map(([round, known]) => [round, { ...known }])));
    }
    for (const [key, used] of this.#keys) copy.#keys.set(key, used);
    return copy;
  }

  take(message: StockMessage): string | undefined {
    switch (message.say) {
      case 'try':
        this.#try(message.order, message.round, message.lines);
        break;
      case 'cancel':
        this.#cancel(message.order, message.round);
        break;
      case 'confirm':
      case 'paid':
        this.#confirm(message.order, message.round);
        break;
      case 'expire': {
        const held = this.#held(message.order, message.round);
        if (held) this.#leave(held, 'expired', 'EXPIRED');
        break;
      }
      case 'adjust':
        return this.#adjust(message);
      case 'publish':
        break;
      default:
        this.#bringBack(message.order);
    }
    return undefined;
  }

  /** A hold that is overdue is decided each time that the sweeper finds it. */
  isClaimed = ({ say }: StockMessage) => say !== 'expire';

  #try(order: string, round: number, lines: readonly Line[]): void {
    const wanted = new Map<string, number>();
    for (const { sku, quantity } of lines) wanted.set(sku, (wanted.get(sku) ?? 0) + quantity);
    const known = this.#round(order, round);
    if (known) {
      this.#become(known, known.outcome);
      return;
    }
    const has = ([sku, quantity]: readonly [string, number]) => {
      const { onHand, reserved } = this.#shelf(sku);
      return onHand - reserved >= quantity;
    };
    const granted = !this.#isRefunded(order) && [...wanted].every(has);
    const made = this.#add(order, round, granted ? 'granted' : 'refused');
    if (!granted) return;
    made.lines = wanted;
    made.status = 'HELD';
    for (const [sku, quantity] of wanted) this.#move(sku, 0, quantity);
  }

  #cancel(order: string, round: number): void {
    const known = this.#round(order, round);
    if (!known) this.#add(order, round, 'released-before-try');
    else if (known.outcome === 'granted') this.#leave(known, 'released', 'RELEASED');
    else if (known.outcome === 'refused') this.#become(known, 'released');
    else if (known.outcome !== 'confirmed' && known.outcome !== 'returned')
      this.#become(known, known.outcome);
  }

  #confirm(order: string, round: number): void {
    const known = this.#round(order, round);
    if (this.#isRefunded(order)) return;
    if (known?.outcome === 'granted') this.#leave(known, 'confirmed', 'CONFIRMED');
    else if (known?.outcome === 'confirmed') this.#become(known, 'confirmed');
    else if (known) this.#become(known, 'confirm-refused');
    else this.#add(order, round, 'confirm-refused');
  }

  #bringBack(order: string): void {
    if (this.#isRefunded(order)) return;
    for (const round of this.#rounds.get(order)?.values() ?? []) {
      if (round.outcome === 'granted') this.#leave(round, 'released', 'RELEASED');
      else if (round.outcome === 'confirmed') {
        this.#become(round, 'returned');
        round.returned = true;
        for (const [sku, quantity] of round.lines) this.#move(sku, quantity, 0);
      }
    }
    this.#add(order, 0, 'refunded');
  }

  #adjust({ key, sku, delta }: StockMessage & { say: 'adjust' }): string {
    const body = `${sku}${delta}`;
    const used = this.#keys.get(key);
    if (used) return used.body === body ? `${used.answer} again` : 'key-reused';
    const { onHand, reserved } = this.#shelf(sku);
    const answer = onHand + delta < reserved ? 'below-reserved' : 'adjusted';
    if (answer === 'adjusted') this.#move(sku, delta, 0);
    this.#keys.set(key, { body, answer });
    return answer;
  }

  view(): StockView {
    const rounds = [...this.#rounds].flatMap(([order, of]) =>
      [...of].map(([number, round]) => ({ order, number, ...round })),
    );
    const stock = [...this.#stock].map(
      ([sku, { onHand, reserved, version }]) => [sku, onHand, reserved, version, version] as const,
    );
    const reservations = rounds.flatMap(({ order, number, lines, status, returned }) =>
      status
        ? [...lines].map(([sku, quantity]) => [order, number, sku, quantity, status, returned] as const)
        : [],
    );
    return {
      stock: sorted(stock),
      rounds: sorted(
        rounds.map(({ order, number, outcome, version }) => [order, number, outcome, version] as const),
      ),
      reservations: sorted(reservations),
    };
  }

  #leave(held: Round, outcome: Outcome, status: ReservationStatus): void {
    this.#become(held, outcome);
    held.status = status;
    for (const [sku, quantity] of held.lines)
      this.#move(sku, status === 'CONFIRMED' ? -quantity : 0, -quantity);
  }

  #become(round: Round, outcome: Outcome): void {
    round.outcome = outcome;
    round.version += 1;
  }

  #add(order: string, round: number, outcome: Outcome): Round {
    const made: Round = { outcome, version: 1, lines: new Map(), status: null, returned: false };
    const ofOrder = this.#rounds.get(order) ?? new Map<number, Round>();
    this.#rounds.set(order, ofOrder.set(round, made));
    return made;
  }

  #move(sku: string, onHand: number, reserved: number): void {
    const shelf = this.#shelf(sku);
    shelf.onHand += onHand;
    shelf.reserved += reserved;
    shelf.version += 1;
  }

  #shelf(sku: string): Shelf {
    const shelf = this.#stock.get(sku);
    if (!shelf) throw new Error(`The story has no ${sku}`);
    return shelf;
  }

  #round = (order: string, round: number) => this.#rounds.get(order)?.get(round);
  #held(order: string, round: number): Round | null {
    const known = this.#round(order, round);
    return known?.outcome === 'granted' ? known : null;
  }
  #isRefunded = (order: string) => this.#rounds.get(order)?.has(0) ?? false;
}
