import type { SkuQuantity } from '@evenkeel/contracts';
import type { OrderId, Sku } from '@evenkeel/kernel';
import { type Movement, type Reservation, type Round, roundKey, type StockRow } from './reservation.js';

export interface Loaded {
  readonly stock: readonly StockRow[];
  readonly reservations: readonly Reservation[];
  readonly rounds: readonly Round[];
  /** Orders whose goods came back, or whose refund came before their sale. */
  readonly returned: readonly OrderId[];
}

type Step = Omit<Movement, 'sku' | 'version'>;

/** Everything that a batch touches, in memory: decisions change it in order of arrival, and it is written once. */
export class Shelf {
  readonly stock: Map<string, StockRow>;
  readonly rounds: Map<string, Round>;
  readonly movements: Movement[] = [];
  readonly returns = new Map<OrderId, readonly SkuQuantity[]>();
  readonly #before: Loaded;
  readonly #reservations = new Map<string, Reservation[]>();
  readonly #returned: Set<OrderId>;

  constructor(loaded: Loaded) {
    this.#before = loaded;
    this.stock = new Map(loaded.stock.map((row) => [row.sku, row]));
    this.rounds = new Map(loaded.rounds.map((round) => [roundKey(round.orderId, round.round), round]));
    this.#returned = new Set(loaded.returned);
    for (const reservation of loaded.reservations) {
      const key = roundKey(reservation.orderId, reservation.round);
      this.#reservations.set(key, [...(this.#reservations.get(key) ?? []), reservation]);
    }
  }

  round(orderId: OrderId, round: number): Round | undefined {
    return this.rounds.get(roundKey(orderId, round));
  }

  /** The latest round of an order with this outcome. */
  latest(orderId: OrderId, outcome: Round['outcome']): Round | undefined {
    return [...this.rounds.values()]
      .filter((round) => round.orderId === orderId && round.outcome === outcome)
      .sort((a, b) => b.round - a.round)[0];
  }

  isReturned(orderId: OrderId): boolean {
    return this.#returned.has(orderId);
  }

  reservationsOf(orderId: OrderId, round: number): readonly Reservation[] {
    return this.#reservations.get(roundKey(orderId, round)) ?? [];
  }

  setRound(round: Round): void {
    this.rounds.set(roundKey(round.orderId, round.round), round);
  }

  setReservations(orderId: OrderId, round: number, reservations: readonly Reservation[]): void {
    this.#reservations.set(roundKey(orderId, round), [...reservations]);
  }

  noteReturn(orderId: OrderId, lines: readonly SkuQuantity[]): void {
    this.#returned.add(orderId);
    this.returns.set(orderId, lines);
  }

  /** Moves a stock row one version on and writes the movement down. */
  move(sku: Sku, step: Step): StockRow {
    const row = this.stock.get(sku) ?? { sku, onHand: 0, reserved: 0, version: 0, supplied: 0, adjusted: 0 };
    const next: StockRow = {
      ...row,
      onHand: row.onHand + step.onHandDelta,
      reserved: row.reserved + step.reservedDelta,
      version: row.version + 1,
      supplied: row.supplied + (step.kind === 'supplied' ? step.onHandDelta : 0),
      adjusted: row.adjusted + (step.kind === 'adjusted' ? step.onHandDelta : 0),
    };
    this.stock.set(sku, next);
    this.movements.push({ sku, version: next.version, ...step });
    return next;
  }

  /** What differs from what was loaded, with what the stored row must still be. */
  changes() {
    const stockWas = new Map(this.#before.stock.map((row) => [row.sku as string, row]));
    const roundsWere = new Map(
      this.#before.rounds.map((round) => [roundKey(round.orderId, round.round), round]),
    );
    const reservationsWere = new Set(this.#before.reservations);
    const keysWere = new Set(
      this.#before.reservations.map((r) => `${roundKey(r.orderId, r.round)}/${r.sku}`),
    );
    const reservations = [...this.#reservations.values()].flat().filter((r) => !reservationsWere.has(r));
    const isNew = (r: Reservation) => !keysWere.has(`${roundKey(r.orderId, r.round)}/${r.sku}`);
    const stock = [...this.stock.values()].filter((row) => stockWas.get(row.sku) !== row);
    return {
      stock: stock.map((row) => ({ row, before: stockWas.get(row.sku) ?? null })),
      newReservations: reservations.filter(isNew),
      changedReservations: reservations.filter((r) => !isNew(r)),
      rounds: [...this.rounds.values()]
        .filter((round) => roundsWere.get(roundKey(round.orderId, round.round)) !== round)
        .map((round) => ({
          round,
          wasVersion: roundsWere.get(roundKey(round.orderId, round.round))?.version ?? 0,
        })),
    };
  }
}
