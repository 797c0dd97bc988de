import type { Socket } from 'node:net';
import { type Disturbance, holdsFor } from './disturbance.js';

/** Bytes, or how the engine ended the connection. */
type Word = Buffer | 'end' | 'reset';

interface Held {
  readonly word: Word;
  readonly arrivedAt: number;
  readonly struckBy: readonly Disturbance[];
}

/** The engine is not read from while more than this is held back. */
const MOST_HELD_BYTES = 1 << 20;
const PIECE_BYTES = 7;
/** A reset that comes together with bytes is taken for an end by some: these are read first. */
const READ_WITHIN_MS = 20;

/** Hands on what the engine says, in order and byte for byte, as the disturbances of the moment let it. */
export function passAnswers(engine: Socket, client: Socket, disturbances: ReadonlySet<Disturbance>): void {
  const line: Held[] = [];
  let heldBytes = 0;
  let isMoving = false;
  const closed = new AbortController();
  client.once('close', () => closed.abort());

  /** Reads on when there is room for it. */
  function breathe(): void {
    if (client.writableNeedDrain || heldBytes > MOST_HELD_BYTES) engine.pause();
    else engine.resume();
  }

  function say(word: Word): void {
    if (!client.writable) return;
    if (word === 'end') client.end();
    else if (word === 'reset') client.resetAndDestroy();
    else client.write(word);
  }

  function arrive(word: Word): void {
    const struckBy = [...disturbances].filter(({ probability }) => Math.random() < probability);
    for (const { fired } of struckBy) fired();
    if (struckBy.length === 0 && !isMoving) say(word);
    else {
      line.push({ word, arrivedAt: performance.now(), struckBy });
      heldBytes += sizeOf(word);
      if (!isMoving) void move();
    }
    breathe();
  }

  async function move(): Promise<void> {
    isMoving = true;
    for (let held = line.shift(); held && !closed.signal.aborted; held = line.shift()) {
      await letThrough(held);
      heldBytes -= sizeOf(held.word);
      breathe();
    }
    isMoving = false;
  }

  async function letThrough({ word, arrivedAt, struckBy }: Held): Promise<void> {
    for (const one of struckBy) {
      const dueAt = arrivedAt + holdsFor(one, Math.random());
      await rest(dueAt - performance.now(), one.until, closed.signal);
    }
    if (typeof word === 'string') return say(word);
    if (struckBy.some(({ kind }) => kind === 'reset')) {
      say(word.subarray(0, word.length / 2));
      await rest(READ_WITHIN_MS, closed.signal);
      return say('reset');
    }
    const slow = struckBy.find(({ kind }) => kind === 'slow-bytes');
    await sayPiecewise(word, slow);
  }

  async function sayPiecewise(word: Buffer, slow: Disturbance | undefined): Promise<void> {
    for (let from = 0; from < word.length && !closed.signal.aborted; ) {
      const to = !slow || slow.until.aborted ? word.length : from + PIECE_BYTES;
      say(word.subarray(from, to));
      from = to;
      if (slow && from < word.length) await rest(slow.ms, slow.until, closed.signal);
    }
  }

  engine.on('data', arrive);
  engine.once('end', () => arrive('end'));
  engine.on('error', () => arrive('reset'));
  client.on('drain', breathe);
}

const sizeOf = (word: Word): number => (typeof word === 'string' ? 0 : word.length);

/** Waits, but not longer than until one of the signals. */
async function rest(ms: number, ...until: readonly AbortSignal[]): Promise<void> {
  if (ms <= 0 || until.some(({ aborted }) => aborted)) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      for (const signal of until) signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    for (const signal of until) signal.addEventListener('abort', done);
  });
}
