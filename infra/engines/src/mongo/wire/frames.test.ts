import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FrameSplitter, ProtocolError } from './frames.js';

function message(id: number, size: number): Buffer {
  const bytes = Buffer.alloc(16 + size, id);
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeInt32LE(id, 4);
  bytes.writeInt32LE(2013, 12);
  return bytes;
}

it('finds the same messages however the bytes were split on their way', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(300), { maxLength: 20 }),
      fc.array(fc.integer({ min: 1, max: 200 })),
      (sizes, cuts) => {
        const sent = sizes.map((size, i) => message(i, size));
        const stream = Buffer.concat(sent);
        const splitter = new FrameSplitter();
        const got: Buffer[] = [];
        for (let at = 0, i = 0; at < stream.length; i++) {
          const next = at + (cuts.length === 0 ? stream.length : (cuts[i % cuts.length] ?? 1));
          got.push(...splitter.push(stream.subarray(at, next)).map(({ bytes }) => Buffer.from(bytes)));
          at = next;
        }
        expect(got).toEqual(sent);
      },
    ),
  );
});

it('refuses a length that no message has', () => {
  const tooLong = message(1, 0);
  tooLong.writeInt32LE(2_000_000_000, 0);
  expect(() => new FrameSplitter().push(tooLong)).toThrow(ProtocolError);
  expect(() => new FrameSplitter().push(Buffer.alloc(16))).toThrow(ProtocolError);
});
