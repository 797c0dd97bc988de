type Numbers = Float64Array | Int32Array | Int16Array | Uint8Array;

/** A typed array that grows: one number per document, with a value for documents nobody wrote. */
export class NumberList<T extends Numbers> {
  private array: T;
  private readonly make: (length: number) => T;
  private readonly absent: number;

  constructor(make: (length: number) => T, absent: number) {
    this.make = make;
    this.absent = absent;
    this.array = make(16).fill(absent) as T;
  }

  set(at: number, value: number): void {
    if (at >= this.array.length) {
      const longer = this.make(Math.max(at + 1, this.array.length * 2)).fill(this.absent) as T;
      longer.set(this.array);
      this.array = longer;
    }
    this.array[at] = value;
  }

  get(at: number): number {
    return this.array[at] ?? this.absent;
  }
}
