import { canonical } from './canonical.js';

/** Gives equal values one number, so that a world of many values is a short list of numbers. */
export class Interner<Value> {
  readonly #numbers = new Map<string, number>();
  readonly #values: Value[] = [];

  get size(): number {
    return this.#values.length;
  }

  number(value: Value): number {
    const text = canonical(value);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#values.length);
    this.#values.push(value);
    return this.#values.length - 1;
  }

  value(number: number): Value {
    if (number >= this.#values.length) throw new Error(`No value has the number ${number}`);
    return this.#values[number] as Value;
  }
}
