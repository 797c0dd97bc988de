import type { JsMsg } from 'nats';

/** A stream message holds many events; it is acknowledged once, when the last of them is settled. */
export class Delivery {
  readonly #message: JsMsg;
  readonly #onSettled: (delivery: Delivery) => void;
  #left: number;
  #retryInMs = 0;

  constructor(message: JsMsg, events: number, onSettled: (delivery: Delivery) => void) {
    this.#message = message;
    this.#left = events;
    this.#onSettled = onSettled;
    if (events === 0) this.#finish();
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
    this.#message.working();
  }

  #settle(): void {
    this.#left -= 1;
    if (this.#left === 0) this.#finish();
  }

  #finish(): void {
    // Whole milliseconds: the broker brings a message again at once when it cannot read the delay.
    if (this.#retryInMs > 0) this.#message.nak(Math.ceil(this.#retryInMs));
    else this.#message.ack();
    this.#onSettled(this);
  }
}
