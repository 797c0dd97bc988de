import type { JsMsg } from 'nats';

/** One time of reading a durable. */
export interface Reading {
  /** True once the broker may have lost the stream: the same numbers may then stand for other messages. */
  isOver: boolean;
}

export interface DeliveryParts {
  readonly events: number;
  readonly reading: Readonly<Reading>;
  readonly onSettled: (delivery: Delivery) => void;
}

/**
 * A stream message holds many events; it is acknowledged once, when the last of them is settled. When the reading in
 * which it came is over it is not: it comes again, if it is still there, and the inbox absorbs it.
 */
export class Delivery {
  readonly #message: JsMsg;
  readonly #parts: DeliveryParts;
  #left: number;
  #retryInMs = 0;

  constructor(message: JsMsg, parts: DeliveryParts) {
    this.#message = message;
    this.#parts = parts;
    this.#left = parts.events;
  }

  done(): void {
    this.#settle();
  }

  /** This event wants another try: the whole message comes again, and the inbox absorbs what was done of it. */
  retryLater(ms: number): void {
    this.#retryInMs = Math.max(this.#retryInMs, ms);
    this.#settle();
  }

  /** Tells the broker that the message is still being worked on. */
  working(): void {
    if (!this.#parts.reading.isOver) this.#message.working();
  }

  #settle(): void {
    this.#left -= 1;
    if (this.#left > 0) return;
    this.#parts.onSettled(this);
    if (this.#parts.reading.isOver) return;
    // Whole milliseconds: the broker brings a message again at once when it cannot read the delay.
    if (this.#retryInMs > 0) this.#message.nak(Math.ceil(this.#retryInMs));
    else this.#message.ack();
  }
}
