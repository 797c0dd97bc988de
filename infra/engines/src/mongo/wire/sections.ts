import { decodeAt } from '../bson/decode.js';
import { readName } from '../bson/names.js';
import { endOfName, type Raw } from '../bson/raw.js';
import { BsonType } from '../bson/types.js';
import type { Doc } from '../bson/values.js';
import { Walker } from '../bson/walker.js';
import { ProtocolError } from './frames.js';

const LISTS = new Set(['documents', 'updates', 'deletes']);

export function readSequence(bytes: Buffer, at: number, lists: Map<string, Raw[]>): void {
  const end = at + bytes.readInt32LE(at);
  const nameEnd = endOfName(bytes, at + 4);
  const documents: Raw[] = [];
  for (let start = nameEnd + 1; start < end; ) {
    const next = start + bytes.readInt32LE(start);
    if (next <= start || next > end) throw new ProtocolError('a document does not fit its sequence');
    documents.push({ type: BsonType.object, bytes, start, end: next });
    start = next;
  }
  lists.set(readName(bytes, at + 4, nameEnd), documents);
}

export function readBody(
  bytes: Buffer,
  at: number,
  { lists, raw }: { lists: Map<string, Raw[]>; raw: Map<string, Raw> },
): Doc {
  const args: Doc = {};
  const walker = new Walker(bytes, at);
  while (walker.next()) {
    const name = readName(bytes, walker.nameStart, walker.nameEnd);
    if (walker.type === BsonType.object || walker.type === BsonType.array) raw.set(name, walker.raw());
    if (walker.type === BsonType.array && LISTS.has(name)) lists.set(name, elementsOf(walker.raw()));
    else args[name] = decodeAt(bytes, walker.type, walker.start, walker.end);
  }
  return args;
}

function elementsOf(list: Raw): Raw[] {
  const elements: Raw[] = [];
  const walker = new Walker(list.bytes, list.start);
  while (walker.next()) elements.push(walker.raw());
  return elements;
}
