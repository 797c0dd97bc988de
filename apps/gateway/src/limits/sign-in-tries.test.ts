import { expect, test } from 'vitest';
import { signInTries } from './sign-in-tries.js';

const SIGN_IN =
  'mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename ... on SignedIn { viewer { kind } } } }';
const tries = (body: object) => signInTries(Buffer.from(JSON.stringify(body)));

test.each([
  [0, { query: '{ viewer { kind } }' }],
  [0, { query: 'mutation { signOut { kind } }' }],
  [1, { query: SIGN_IN, variables: { input: { email: 'm@x.test', password: 'p' } } }],
  [1, { documentId: 'SignIn.1f3kq2' }],
  [
    3,
    {
      query:
        'mutation { a: signIn(input: $i) { code } b: signIn(input: $i) { code } signIn(input: $i) { code } }',
    },
  ],
])('%i: %j', (count, body) => {
  expect(tries(body)).toBe(count);
});

test('an escape hides nothing', () => {
  const body = JSON.stringify({ query: `${SIGN_IN} ${SIGN_IN}` }).replaceAll('signIn', '\\u0073ign\\u0049n');
  expect(body).not.toContain('signIn');
  expect(signInTries(Buffer.from(body))).toBe(2);
  expect(signInTries(Buffer.from(JSON.stringify({ query: '{ viewer { name } } # é', note: '\u0001' })))).toBe(
    0,
  );
});

test('nothing, and what is not JSON, tries nothing', () => {
  expect(signInTries(null)).toBe(0);
  expect(signInTries(Buffer.from('\\u {'))).toBe(0);
});
