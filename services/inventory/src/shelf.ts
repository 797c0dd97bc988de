import type { SkuQuantity } from '@evenkeel/contracts';
import type { OrderId, Sku } from '@evenkeel/kernel';
import {
  OUTCOMES,
  type Outcome,
  type Reservation,
  type ReservationStatus,
  type Round,
  type RoundId,
  roundKey,
  type Shortage,
  WHOLE_ORDER,
} from './reservation.js';
import type { Movement, MovementKind, StockRow } from './stock.js';

/** The rows that a batch names, as they were read. */
export interface Loaded {
  readonly stock: readonly StockRow[];
  readonly rounds: readonly Round[];
  readonly reservations: readonly Reservation[];
}

/** A new round, and how many rounds of its order were read: whoever adds another one meanwhile is noticed by that. */
export type NewRound = Round & { readonly beside: number };

/** A new reservation lives as long as it was asked for, counted by the database's clock. */
export type NewReservation = Reservation & { readonly holdSeconds: number };

/** What a batch does to the stored rows; `was` is the version that a row must still have. */
export interface Changes {
  readonly newStock: readonly StockRow[];
  readonly changedStock: readonly { readonly row: StockRow; readonly before: StockRow }[];
  readonly movements: readonly Movement[];
  readonly newRounds: readonly NewRound[];
  readonly changedRounds: readonly { readonly round: Round; readonly was: number }[];
  readonly newReservations: readonly NewReservation[];
  readonly leftHeld: readonly Reservation[];
  readonly returns: readonly (RoundId & SkuQuantity)[];
}

interface Step {
  readonly kind: MovementKind;
  readonly onHand?: number;
  readonly reserved?: number;
  readonly orderId?: OrderId;
  readonly reason?: string;
}

/** Everything that a batch touches, in memory: decisions change it in order of arrival, and it is written once. */
export class Shelf {
  readonly movements: Movement[] = [];
  readonly #stock = new Map<Sku, StockRow>();
  readonly #stockBefore = new Map<Sku, StockRow>();
  readonly #rounds = new Map<OrderId, Map<number, Round>>();
  readonly #roundsBefore = new Map<string, number>();
  readonly #roundsRead = new Map<OrderId, number>();
  readonly #reservations = new Map<string, Reservation[]>();
  readonly #changed = new Set<string>();
  readonly #holdSeconds = new Map<string, number>();
  readonly #left = new Map<string, readonly Reservation[]>();
  readonly #returns: (RoundId & SkuQuantity)[] = [];

  constructor({ stock, rounds, reservations }: Loaded) {
    for (const row of stock) {
      this.#stock.set(row.sku, row);
      this.#stockBefore.set(row.sku, row);
    }
    for (const round of rounds) {
      this.#put(round);
      this.#roundsBefore.set(roundKey(round), round.version);
      this.#roundsRead.set(round.orderId, (this.#roundsRead.get(round.orderId) ?? 0) + 1);
    }
    for (const reservation of reservations) {
      const key = roundKey(reservation);
      const rows = this.#reservations.get(key);
      if (rows) rows.push(reservation);
      else this.#reservations.set(key, [reservation]);
    }
  }

  stockOf(sku: Sku): StockRow | undefined {
    return this.#stock.get(sku);
  }

  round({ orderId, round }: RoundId): Round | undefined {
    return this.#rounds.get(orderId)?.get(round);
  }

  roundsOf(orderId: OrderId): Round[] {
    return [...(this.#rounds.get(orderId)?.values() ?? [])].filter(({ round }) => round !== WHOLE_ORDER);
  }

  isRefunded(orderId: OrderId): boolean {
    return this.round({ orderId, round: WHOLE_ORDER }) !== undefined;
  }

  /** Moves a stock row one version on and writes the movement down. */
  move(sku: Sku, { kind, onHand = 0, reserved = 0, orderId, reason }: Step): StockRow {
    const row = this.#stock.get(sku) ?? { sku, onHand: 0, reserved: 0, version: 0 };
    const version = row.version + 1;
    const moved = { sku, onHand: row.onHand + onHand, reserved: row.reserved + reserved, version };
    if (moved.reserved < 0 || moved.reserved > moved.onHand) {
      throw new Error(
        `${kind} would leave ${sku} with ${moved.onHand} on hand and ${moved.reserved} reserved`,
      );
    }
    this.#stock.set(sku, moved);
    this.movements.push({
      sku,
      version,
      kind,
      onHandDelta: onHand,
      reservedDelta: reserved,
      orderId: orderId ?? null,
      reason: reason ?? null,
    });
    return moved;
  }

  /** Writes what became of a round, or says it once more: each answer is a version of the round. */
  become(of: RoundId, outcome: Outcome, shortages?: readonly Shortage[]): Round {
    const known = this.round(of);
    if (known && known.outcome !== outcome && !OUTCOMES[known.outcome].includes(outcome)) {
      throw new Error(`Round ${roundKey(of)} cannot go from ${known.outcome} to ${outcome}`);
    }
    const { orderId, round } = of;
    const version = (known?.version ?? 0) + 1;
    const next = { orderId, round, outcome, version, shortages: shortages ?? known?.shortages ?? [] };
    this.#put(next);
    this.#changed.add(roundKey(of));
    return next;
  }

  /** Holds lines whose stock was seen to be there. */
  hold(of: RoundId, lines: readonly SkuQuantity[], holdSeconds: number): void {
    const { orderId, round } = of;
    for (const { sku, quantity } of lines) this.move(sku, { kind: 'held', reserved: quantity, orderId });
    const rows = lines.map((line): Reservation => ({ orderId, round, ...line, status: 'HELD' }));
    this.#reservations.set(roundKey(of), rows);
    this.#holdSeconds.set(roundKey(of), holdSeconds);
  }

  /** Takes the rows of a round out of HELD: off the shelf for good, or back to those who want to buy. */
  leaveHeld(of: RoundId, status: Exclude<ReservationStatus, 'HELD'>): void {
    const { orderId } = of;
    const rows = this.#reservationsOf(of).map((row) => ({ ...row, status }));
    for (const { sku, quantity } of rows) {
      const step: Step =
        status === 'CONFIRMED'
          ? { kind: 'confirmed', onHand: -quantity, reserved: -quantity, orderId }
          : { kind: 'released', reserved: -quantity, orderId, reason: status.toLowerCase() };
      this.move(sku, step);
    }
    this.#reservations.set(roundKey(of), rows);
    this.#left.set(roundKey(of), rows);
  }

  /** Puts what a round sold back on the shelf. */
  putBack(of: RoundId): SkuQuantity[] {
    const { orderId, round } = of;
    return this.#reservationsOf(of).map(({ sku, quantity }) => {
      this.move(sku, { kind: 'returned', onHand: quantity, orderId });
      this.#returns.push({ orderId, round, sku, quantity });
      return { sku, quantity };
    });
  }

  /** What differs from what was read. */
  changes(): Changes {
    const moved = new Set(this.movements.map(({ sku }) => sku));
    const rows = [...moved].map((sku) => this.#known(this.#stock.get(sku)));
    const rounds = [...this.#rounds.values()]
      .flatMap((ofOrder) => [...ofOrder.values()])
      .filter((round) => this.#changed.has(roundKey(round)));
    const isNew = (round: Round) => !this.#roundsBefore.has(roundKey(round));
    return {
      newStock: rows.filter(({ sku }) => !this.#stockBefore.has(sku)),
      changedStock: rows.flatMap((row) => {
        const before = this.#stockBefore.get(row.sku);
        return before ? [{ row, before }] : [];
      }),
      movements: this.movements,
      newRounds: rounds
        .filter(isNew)
        .map((round) => ({ ...round, beside: this.#roundsRead.get(round.orderId) ?? 0 })),
      changedRounds: rounds
        .filter((round) => !isNew(round))
        .map((round) => ({ round, was: this.#known(this.#roundsBefore.get(roundKey(round))) })),
      newReservations: [...this.#holdSeconds].flatMap(([key, holdSeconds]) =>
        this.#known(this.#reservations.get(key)).map((row) => ({ ...row, holdSeconds })),
      ),
      leftHeld: [...this.#left].flatMap(([key, left]) => (this.#holdSeconds.has(key) ? [] : left)),
      returns: this.#returns,
    };
  }

  #put(round: Round): void {
    const ofOrder = this.#rounds.get(round.orderId) ?? new Map<number, Round>();
    this.#rounds.set(round.orderId, ofOrder.set(round.round, round));
  }

  #reservationsOf(of: RoundId): readonly Reservation[] {
    const rows = this.#reservations.get(roundKey(of));
    if (!rows) throw new Error(`The reservations of round ${roundKey(of)} were not read`);
    return rows;
  }

  #known<T>(value: T | undefined): T {
    if (value === undefined) throw new Error('A row that was changed is not on the shelf');
    return value;
  }
}
