import { decodeDoc } from '../bson/decode.js';
import { endOfName, type Raw } from '../bson/raw.js';
import type { Doc } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { type Frame, HEADER_BYTES, OP_MSG, ProtocolError } from './frames.js';
import { readBody, readSequence } from './sections.js';

/** A command as it came in. Lists of documents and statements stay as they lie in the message. */
export interface Request {
  /** The first field's name. */
  name: string;
  database: string;
  /** All fields but the lists. */
  args: Doc;
  /** Every field that is a document or an array, where it lies. */
  raw: ReadonlyMap<string, Raw>;
  lists: ReadonlyMap<string, Raw[]>;
  /** The client does not read an answer (write concern 0). */
  silent: boolean;
}

const CHECKSUM_PRESENT = 1;

const MORE_TO_COME = 2;

/** Of the lower half of the flags every unknown one must be refused. */
const UNKNOWN_FLAGS = 0xfffc;

/** Reads an OP_MSG, or the OP_QUERY that some clients greet with. */
export function readRequest(frame: Frame): Request {
  return frame.opCode === OP_MSG ? readMessage(frame.bytes) : readQuery(frame.bytes);
}

function readMessage(bytes: Buffer): Request {
  const flags = bytes.readUInt32LE(HEADER_BYTES);
  if ((flags & UNKNOWN_FLAGS) !== 0) throw new ProtocolError(`unknown message flags ${flags}`);
  const end = bytes.length - ((flags & CHECKSUM_PRESENT) === 0 ? 0 : 4);
  const lists = new Map<string, Raw[]>();
  let body = -1;
  for (let at = HEADER_BYTES + 4; at < end; ) {
    const kind = bytes[at++];
    if (kind === 0) body = at;
    else if (kind === 1) readSequence(bytes, at, lists);
    else throw new ProtocolError(`unknown section kind ${kind}`);
    const size = bytes.readInt32LE(at);
    if (size < 5 || at + size > end) throw new ProtocolError('a section does not fit its message');
    at += size;
  }
  if (body < 0) throw new ProtocolError('a message without a body');
  const raw = new Map<string, Raw>();
  const args = readBody(bytes, body, { lists, raw });
  const database = args.$db;
  if (typeof database !== 'string')
    throw new CommandError(40414, "BSON field '$db' is missing but a required field");
  const silent = (flags & MORE_TO_COME) !== 0;
  return { name: Object.keys(args)[0] ?? '', database, args, raw, lists, silent };
}

function readQuery(bytes: Buffer): Request {
  const nameEnd = endOfName(bytes, HEADER_BYTES + 4);
  const [database = ''] = bytes.toString('utf8', HEADER_BYTES + 4, nameEnd).split('.');
  const args = decodeDoc(bytes, nameEnd + 9);
  return {
    name: Object.keys(args)[0] ?? '',
    database,
    args,
    raw: new Map(),
    lists: new Map(),
    silent: false,
  };
}
