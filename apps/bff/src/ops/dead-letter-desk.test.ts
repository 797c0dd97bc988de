import type { DeadLetter, DeadLetterReplay } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { opsSchema } from '../graphql/schemas.js';
import { askEngine } from '../testing/ask-engine.js';
import { fakeCall } from '../testing/fake-call.js';

const letter: DeadLetter = {
  id: '00000000-0000-4000-8000-000000000001',
  durable: 'finance__book-points',
  type: 'loyalty.points-earned',
  payload: '{}',
  error: 'Nobody can book that',
  tries: 5,
  state: 'open',
  group: '00000000-0000-4000-8000-000000000002',
  replays: 0,
  revision: 2,
  at: '2026-03-01T10:00:00.000Z',
  changedAt: '2026-03-01T11:00:00.000Z',
};
const replay: DeadLetterReplay = {
  ...{ replayId: '00000000-0000-4000-8000-000000000003', who: '00000000-0000-4000-8000-000000000004' },
  ...{ state: 'running', subject: 'finance', done: 3, failed: 1, left: 6, quarantined: 1 },
  ...{ waitsFor: ['finance: away'], startedAt: '2026-03-01T11:00:00.000Z', endedAt: null },
};
const NAME = `service: "finance", durable: "${letter.durable}", messageId: "${letter.id}"`;
const EDIT = `mutation { editDeadLetter(input: { ${NAME}, revision: 1, payload: "{}" }) { __typename
  ... on DeadLetterEdited { deadLetter { messageId payload revision } }
  ... on PayloadMisfit { code issues { path message } } ... on DeadLetterNotEditable { code why } } }`;

test.each([
  [
    { kind: 'edited', from: '[]', wasIn: 'open' },
    { __typename: 'DeadLetterEdited', deadLetter: { messageId: letter.id, payload: '{}', revision: 2 } },
  ],
  [
    { kind: 'misfit', issues: [{ path: ['data', 'earned'], message: 'Too big' }] },
    {
      __typename: 'PayloadMisfit',
      code: 'PAYLOAD_MISFIT',
      issues: [{ path: ['data', 'earned'], message: 'Too big' }],
    },
  ],
  [
    { kind: 'not-editable', why: 'It was replayed' },
    { __typename: 'DeadLetterNotEditable', code: 'DEAD_LETTER_NOT_EDITABLE', why: 'It was replayed' },
  ],
])('of an edit that is $kind comes what the operator can act on', async (answer, expected) => {
  const call = fakeCall({
    'auditor.edit-dead-letter': () => answer,
    'finance.get-dead-letter': () => letter,
  });
  const { data, errors } = await askEngine(call, opsSchema())(EDIT);
  expect(errors).toBeUndefined();
  expect(data?.editDeadLetter).toEqual(expected);
});

test('a replay is told with how far it is and what it waits for', async () => {
  const call = fakeCall({
    'auditor.replay-dead-letters': (input: object) => {
      expect(input).toMatchObject({ service: 'finance', letter: { id: letter.id, durable: letter.durable } });
      return { kind: 'replay', ...replay };
    },
  });
  const { data } = await askEngine(
    call,
    opsSchema(),
  )(`mutation { replayDeadLetter(${NAME}) {
    ... on DeadLetterReplay { id state total done failed left quarantined waitsFor } } }`);
  expect(data?.replayDeadLetter).toEqual({
    ...{ id: replay.replayId, state: 'RUNNING', total: 10, done: 3, failed: 1, left: 6, quarantined: 1 },
    waitsFor: ['finance: away'],
  });
});

test('a letter that is not there cannot be replayed, and a service that is none is named', async () => {
  const gone = { kind: 'not-replayable', why: 'It was replayed already' };
  const ask = askEngine(fakeCall({ 'auditor.replay-dead-letters': () => gone }), opsSchema());
  const none = await ask(`mutation { replayDeadLetter(${NAME}) {
    __typename ... on DeadLetterNotReplayable { code why } } }`);
  expect(none.data?.replayDeadLetter).toMatchObject({ code: 'DEAD_LETTER_NOT_REPLAYABLE', why: gone.why });
  const strange = await ask(
    'mutation { replayDeadLetters(service: "bff") { ... on InvalidInput { problems { path } } } }',
  );
  expect(strange.data?.replayDeadLetters).toEqual({ problems: [{ path: ['service'] }] });
});
