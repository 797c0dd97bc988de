import { Draft } from '../bson/draft.js';
import { encodeDoc } from '../bson/encode.js';
import type { Doc } from '../bson/values.js';
import { type Frame, OP_MSG, OP_REPLY } from './frames.js';

/** What a command answers; a draft where the documents of a cursor are put in as they are. */
export type Reply = Doc | Draft;

const MESSAGE_HEAD = 21;
const QUERY_HEAD = 36;
let lastId = 0;

/** The message that answers a frame, in the form the frame had. */
export function encodeReply(frame: Frame, reply: Reply): Buffer {
  const head = frame.opCode === OP_MSG ? MESSAGE_HEAD : QUERY_HEAD;
  const bytes = reply instanceof Draft ? reply.toBytes(head) : withHead(encodeDoc(reply), head);
  lastId = (lastId + 1) | 0;
  bytes.fill(0, 16, head);
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeInt32LE(lastId, 4);
  bytes.writeInt32LE(frame.requestId, 8);
  bytes.writeInt32LE(frame.opCode === OP_MSG ? OP_MSG : OP_REPLY, 12);
  if (frame.opCode !== OP_MSG) {
    // OP_REPLY: flags "await capable", no cursor, from document 0, one document.
    bytes.writeInt32LE(8, 16);
    bytes.writeInt32LE(1, 32);
  }
  return bytes;
}

function withHead(body: Buffer, head: number): Buffer {
  const bytes = Buffer.allocUnsafe(head + body.length);
  body.copy(bytes, head);
  return bytes;
}
