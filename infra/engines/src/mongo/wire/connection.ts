import type { Socket } from 'node:net';
import type { Doc } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { type Frame, FrameSplitter, OP_MSG, OP_QUERY, ProtocolError } from './frames.js';
import { encodeReply, type Reply } from './reply.js';
import { type Request, readRequest } from './request.js';

/** Carries out one request. Throws a CommandError for what the client is to be told. */
type Execute = (request: Request) => Reply;

/** Serves one client: its messages are answered one after the other, in their order. */
export function serveConnection(socket: Socket, execute: Execute, warn: (message: string) => void): void {
  const splitter = new FrameSplitter();
  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    try {
      for (const frame of splitter.push(chunk)) {
        const reply = answer(frame, execute, warn);
        // A client that does not read its answers is not listened to until it does.
        if (reply !== undefined && !socket.write(reply)) socket.pause();
      }
    } catch (error) {
      warn(`closed a connection that does not speak the protocol: ${String(error)}`);
      socket.destroy();
    }
  });
  socket.on('drain', () => socket.resume());
  socket.on('error', (error: NodeJS.ErrnoException) => {
    // A client that was killed is nothing to speak of.
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') warn(`connection: ${error.message}`);
  });
}

function answer(frame: Frame, execute: Execute, warn: (message: string) => void): Buffer | undefined {
  if (frame.opCode !== OP_MSG && frame.opCode !== OP_QUERY)
    throw new ProtocolError(`operation ${frame.opCode}`);
  try {
    const request = readRequest(frame);
    const reply = execute(request);
    return request.silent ? undefined : encodeReply(frame, reply);
  } catch (error) {
    if (error instanceof CommandError) return encodeReply(frame, errorReply(error));
    if (error instanceof ProtocolError) throw error;
    warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return encodeReply(
      frame,
      errorReply(new CommandError(8, `the MongoDB stand-in failed: ${String(error)}`)),
    );
  }
}

const errorReply = ({ message, code, codeName, extra }: CommandError): Doc => ({
  ok: 0,
  errmsg: message,
  code,
  codeName,
  ...extra,
});
