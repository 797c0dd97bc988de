import { expect, it } from 'vitest';
import { sendOnce } from './send-once.js';

const crowded = (status: number, retryAfter?: string) => ({
  error: {
    response: new Response(null, { status, headers: retryAfter ? { 'retry-after': retryAfter } : {} }),
  },
});
const done = { data: { ok: true } };

function script<T>(...answers: T[]) {
  let place = 0;
  const pauses: number[] = [];
  return {
    pauses,
    send: () => Promise.resolve(answers[Math.min(place++, answers.length - 1)] as T),
    pause: (ms: number) => {
      pauses.push(ms);
      return Promise.resolve();
    },
  };
}

it('asks again while the first is still being worked on, as long as the door says', async () => {
  const { send, pause, pauses } = script<object>(crowded(409, '2'), crowded(503), done);
  await expect(sendOnce(send, pause)).resolves.toEqual({ ok: true });
  expect(pauses).toEqual([2_000, 1_000]);
});

it('gives up after a while and says that it does not know', async () => {
  const { send, pause, pauses } = script<object>(crowded(409));
  await expect(sendOnce(send, pause)).resolves.toBeNull();
  expect(pauses).toHaveLength(5);
});

it('does not send again what the door refused for good, or what got lost', async () => {
  const refused = script<object>(crowded(422), done);
  await expect(sendOnce(refused.send, refused.pause)).resolves.toBeNull();
  const lost = script<object>({ error: {} }, done);
  await expect(sendOnce(lost.send, lost.pause)).resolves.toBeNull();
});

it('sends again what a part that is away did not try, and not what it may have done', async () => {
  const away = (unknown: boolean) => ({
    error: { graphQLErrors: [{ extensions: { code: 'UNAVAILABLE', unknown } }] },
  });
  const { send, pause, pauses } = script<object>(away(false), done);
  await expect(sendOnce(send, pause)).resolves.toEqual({ ok: true });
  expect(pauses).toEqual([1_000]);
  const timedOut = script<object>(away(true), done);
  await expect(sendOnce(timedOut.send, timedOut.pause)).resolves.toBeNull();
});
