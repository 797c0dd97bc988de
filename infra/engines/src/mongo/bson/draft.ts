import { type FieldName, readName, sameName } from './names.js';
import type { Raw } from './raw.js';
import { BsonType } from './types.js';
import { Walker } from './walker.js';

/** One element of a draft: a name that lies in `names`, and a value that lies in `bytes` or is itself being changed. */
interface Slot {
  names: Buffer;
  nameStart: number;
  nameEnd: number;
  type: number;
  bytes: Buffer;
  start: number;
  end: number;
  child: Draft | undefined;
}

/** A document or array that is being changed. What is not touched keeps its very bytes, and so its exact types. */
export class Draft {
  readonly isArray: boolean;
  private readonly slots: Slot[] = [];
  private hint = 0;
  /** The bytes this draft was made of, as long as nothing was changed. */
  private untouched: Buffer | undefined;

  constructor(bytes: Buffer | undefined, at = 0, isArray = false) {
    this.isArray = isArray;
    if (bytes === undefined) return;
    if (at === 0 && bytes.readInt32LE(0) === bytes.length) this.untouched = bytes;
    const walker = new Walker(bytes, at);
    while (walker.next()) this.slots.push(slot(bytes, walker.nameStart, walker.nameEnd, walker));
  }

  get length(): number {
    return this.slots.length;
  }

  /** Position of a field, or -1. Fields are mostly asked for in their order, so the search goes on where it ended. */
  find(name: FieldName): number {
    const count = this.slots.length;
    for (let step = 0; step < count; step++) {
      const i = (this.hint + step) % count;
      const { names, nameStart, nameEnd } = this.slots[i] as Slot;
      if (!sameName(names, nameStart, nameEnd, name.bytes)) continue;
      this.hint = i + 1;
      return i;
    }
    return -1;
  }

  nameAt(i: number): string {
    const { names, nameStart, nameEnd } = this.slots[i] as Slot;
    return readName(names, nameStart, nameEnd);
  }

  at(i: number): Raw {
    const found = this.slots[i] as Slot;
    if (found.child === undefined) return found;
    const bytes = found.child.toBytes();
    return { type: found.type, bytes, start: 0, end: bytes.length };
  }

  typeAt(i: number): number {
    return (this.slots[i] as Slot).type;
  }

  /** The draft inside a document or array element; it is made at the first call. */
  childAt(i: number): Draft {
    this.untouched = undefined;
    const found = this.slots[i] as Slot;
    found.child ??= new Draft(found.bytes, found.start, found.type === BsonType.array);
    return found.child;
  }

  replace(i: number, value: Raw): void {
    this.untouched = undefined;
    const found = this.slots[i] as Slot;
    found.type = value.type;
    found.bytes = value.bytes;
    found.start = value.start;
    found.end = value.end;
    found.child = undefined;
  }

  append(name: FieldName, value: Raw): void {
    this.untouched = undefined;
    this.slots.push(slot(name.bytes, 0, name.bytes.length, value));
  }

  prepend(name: FieldName, value: Raw): void {
    this.untouched = undefined;
    this.slots.unshift(slot(name.bytes, 0, name.bytes.length, value));
  }

  /** Appends an empty document and returns its draft. */
  appendDoc(name: FieldName): Draft {
    this.append(name, EMPTY_DOC);
    return this.childAt(this.slots.length - 1);
  }

  /** Appends another draft as a document or array. */
  appendDraft(name: FieldName, draft: Draft): void {
    this.append(name, { ...EMPTY_DOC, type: draft.isArray ? BsonType.array : BsonType.object });
    (this.slots[this.slots.length - 1] as Slot).child = draft;
  }

  remove(i: number): void {
    this.untouched = undefined;
    this.slots.splice(i, 1);
  }

  /** Moves the element at `i` to the front. */
  toFront(i: number): void {
    this.untouched = undefined;
    this.slots.unshift(...this.slots.splice(i, 1));
  }

  /** The document, behind `head` bytes that are left for the caller to fill; the very bytes it was if unchanged. */
  toBytes(head = 0): Buffer {
    if (this.untouched !== undefined && head === 0) return this.untouched;
    const bytes = Buffer.allocUnsafeSlow(head + this.size());
    this.write(bytes, head);
    return bytes;
  }

  private size(): number {
    let size = 5;
    for (let i = 0; i < this.slots.length; i++) {
      const s = this.slots[i] as Slot;
      const name = this.isArray ? String(i).length : s.nameEnd - s.nameStart;
      size += 2 + name + (s.child === undefined ? s.end - s.start : s.child.size());
    }
    return size;
  }

  private write(into: Buffer, at: number): number {
    let pos = at + 4;
    for (let i = 0; i < this.slots.length; i++) {
      const s = this.slots[i] as Slot;
      into[pos++] = s.type;
      if (this.isArray) pos += into.write(String(i), pos, 'latin1');
      else pos = copy(s.names, s.nameStart, s.nameEnd, into, pos);
      into[pos++] = 0;
      pos = s.child === undefined ? copy(s.bytes, s.start, s.end, into, pos) : s.child.write(into, pos);
    }
    into[pos++] = 0;
    into.writeInt32LE(pos - at, at);
    return pos;
  }
}

const EMPTY_DOC: Raw = { type: BsonType.object, bytes: Buffer.from([5, 0, 0, 0, 0]), start: 0, end: 5 };

const slot = (names: Buffer, nameStart: number, nameEnd: number, value: Raw): Slot => ({
  names,
  nameStart,
  nameEnd,
  type: value.type,
  bytes: value.bytes,
  start: value.start,
  end: value.end,
  child: undefined,
});

/** Copies a few bytes by hand: for short pieces a native call costs more than the bytes do. */
function copy(from: Buffer, start: number, end: number, into: Buffer, at: number): number {
  if (end - start > 48) from.copy(into, at, start, end);
  else for (let i = start; i < end; i++) into[at + i - start] = from[i] as number;
  return at + end - start;
}
