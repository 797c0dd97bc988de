import { defineCommandAction, defineQuery, Problem } from '@evenkeel/contracts';
import { type CommandId, type CorrelationId, type CustomerId, newId } from '@evenkeel/kernel';
import { eventually, throwAwayBroker } from '@evenkeel/testing';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type ActionContext, action } from './action.js';
import { busMember, tokens } from './testing/bus-member.js';

const bus = await throwAwayBroker();
const shape = {
  access: 'internal',
  summary: 'For this test.',
  input: z.object({}),
  output: z.unknown(),
} as const;
const change = defineCommandAction('callee.change-something', shape);
const look = defineQuery('callee.look-up', shape);
const probe = defineQuery('callee.probe-deep', shape);
const peek = defineQuery('callee.peek-inside', { ...shape, access: 'operator' });

const answer = vi.fn((_: ActionContext): Promise<unknown> => Promise.resolve('done'));
const callee = busMember('callee', bus.url);
callee.serve([
  action(change, (_, context) => answer(context)),
  action(look, (_, context) => answer(context)),
  action(probe, (_, context) => answer(context)),
  action(peek, (_, context) => answer(context)),
]);
const caller = busMember('caller', bus.url);
await Promise.all([callee.start(), caller.start()]);
const callable = () => eventually(() => caller.call(look, {}), { withinMs: 15_000 });
await callable();

beforeEach(() => {
  answer.mockReset().mockImplementation(() => Promise.resolve('done'));
});

afterAll(async () => {
  await Promise.all([callee.stop(), caller.stop()]);
  await bus.stop();
});

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => null).catch((error: unknown) => error);

/** An answer that is not given before the test says so. */
function held() {
  let give = () => undefined as unknown;
  const given = new Promise<string>((resolve) => {
    give = () => resolve('done');
  });
  return { given, give: () => give() };
}

test('a call carries its command id, the time that is left, and the trace of its cause', async () => {
  const commandId = newId<CommandId>();
  const cause = {
    id: newId(),
    correlationId: newId<CorrelationId>(),
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    runId: 'experiment-7',
  };
  await caller.call(change, {}, { commandId, cause, timeoutMs: 3_000 });
  const context = answer.mock.calls[0]?.[0];
  expect(context?.commandId).toBe(commandId);
  expect(context?.remainingMs).toBe(3_000);
  expect(context?.cause).toMatchObject({
    id: cause.id,
    correlationId: cause.correlationId,
    runId: 'experiment-7',
  });
  expect(context?.cause.traceparent).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
  expect(context?.cause.traceparent).not.toBe(cause.traceparent);
});

test('a command whose time is over is refused before it is tried', async () => {
  const late = await failureOf(caller.call(change, {}, { timeoutMs: 0 }));
  expect(late).toMatchObject({ type: 'house.deadline-passed' });
  expect(answer).not.toHaveBeenCalled();
});

test('after a time-out a command is unknown, a query only unanswered, and neither is sent again', async () => {
  const { given, give } = held();
  answer.mockImplementation(() => given);
  const command = await failureOf(caller.call(change, {}, { timeoutMs: 100 }));
  expect(command).toMatchObject({ type: 'house.unavailable', data: { unknown: true } });
  const query = await failureOf(caller.call(look, {}, { timeoutMs: 100 }));
  expect(query).toMatchObject({ type: 'house.unavailable', data: { unknown: false } });
  give();
  await caller.call(look, {});
  expect(answer).toHaveBeenCalledTimes(3);
});

test('a command whose process leaves in the middle of it is unknown', async () => {
  const leave = defineCommandAction('leaver.change-something', shape);
  const leaver = busMember('leaver', bus.url);
  const { given, give } = held();
  leaver.serve([action(leave, (_, context) => answer(context))]);
  await leaver.start();
  await eventually(() => caller.call(leave, {}), { withinMs: 15_000 });
  answer.mockReset().mockImplementation(() => given);
  const left = failureOf(caller.call(leave, {}, { timeoutMs: 20_000 }));
  await eventually(() => expect(answer).toHaveBeenCalledTimes(1));
  await leaver.stop();
  expect(await left).toMatchObject({ type: 'house.unavailable', data: { unknown: true } });
  give();
});

test('a problem keeps its type and data on the way; anything else is masked', async () => {
  answer.mockRejectedValueOnce(new Problem('house.not-found', 'No such thing', { sku: 'A' }));
  expect(await failureOf(caller.call(change, {}))).toMatchObject({
    type: 'house.not-found',
    message: 'No such thing',
    data: { sku: 'A' },
  });
  answer.mockRejectedValueOnce(new Error('password is hunter2'));
  const masked = await failureOf(caller.call(change, {}));
  expect(masked).toMatchObject({ type: 'house.internal' });
  expect(JSON.stringify(masked) + String(masked)).not.toContain('hunter2');
});

test('five hundred calls may be open at once', async () => {
  const { given, give } = held();
  answer.mockImplementation(() => given);
  const calls = Array.from({ length: 500 }, () => caller.call(look, {}, { timeoutMs: 20_000 }));
  await eventually(() => expect(answer).toHaveBeenCalledTimes(500), { withinMs: 10_000 });
  give();
  expect(new Set(await Promise.all(calls))).toEqual(new Set(['done']));
});

test('only operators may do what is for operators', async () => {
  expect(await failureOf(caller.call(peek, {}))).toMatchObject({ type: 'house.not-signed-in' });
  const claims = { sub: newId<CustomerId>(), locale: 'en', currency: 'USD', sid: 'test' } as const;
  const shopper = await tokens.sign({ ...claims, kind: 'customer' }, 60);
  expect(await failureOf(caller.call(peek, {}, { token: shopper }))).toMatchObject({
    type: 'house.forbidden',
  });
  expect(answer).not.toHaveBeenCalled();
  const operator = await tokens.sign({ ...claims, kind: 'operator' }, 60);
  expect(await caller.call(peek, {}, { token: operator })).toBe('done');
});

test('while the bus is away nothing is sent, so nothing is done after its deadline', async () => {
  await bus.whileDown(async () => {
    await eventually(() => expect(caller.isConnected()).toBe(false));
    const unsent = await failureOf(caller.call(change, {}, { timeoutMs: 200 }));
    expect(unsent).toMatchObject({ type: 'house.unavailable', data: { unknown: false } });
  });
  await callable();
  // What had lain in a buffer would have come before that.
  expect(answer.mock.calls.map(([context]) => context.remainingMs)).not.toContain(200);
});

test('a call that waits for the bus is sent with the time that is left', async () => {
  let waiting: Promise<unknown> = Promise.resolve();
  await bus.whileDown(async () => {
    await eventually(() => expect(caller.isConnected()).toBe(false));
    waiting = caller.call(change, {}, { timeoutMs: 20_000 });
  });
  await waiting;
  const left = answer.mock.calls.map(([context]) => context.remainingMs).find((ms) => ms > 5_000);
  expect(left).toBeLessThan(20_000);
});

test('refusals leave the breaker closed; failures open it, and it closes again by itself', async () => {
  answer.mockRejectedValue(new Problem('house.not-found', 'No such thing'));
  for (let at = 0; at < 60; at += 1) await failureOf(caller.call(probe, {}));
  expect(await failureOf(caller.call(probe, {}))).toMatchObject({ type: 'house.not-found' });

  answer.mockRejectedValue(new Error('broken'));
  await eventually(
    async () => expect(await failureOf(caller.call(probe, {}))).toMatchObject({ type: 'house.unavailable' }),
    { everyMs: 0 },
  );
  const before = answer.mock.calls.length;
  expect(await failureOf(caller.call(probe, {}))).toMatchObject({ data: { unknown: false } });
  expect(answer).toHaveBeenCalledTimes(before);
  answer.mockResolvedValue('done');
  await eventually(async () => expect(await caller.call(probe, {})).toBe('done'));
});
