import { placeOrder } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { fieldProblem } from './field-problem.js';
import { WORDS } from './words.js';

function problemsOf(input: object) {
  const parsed = placeOrder.input.safeParse(input);
  const issues = parsed.error?.issues ?? [];
  return Object.fromEntries(
    issues.map((issue) => {
      const { path, message } = fieldProblem(issue, 'en');
      return [path.join('.'), message];
    }),
  );
}

test('each field says in plain words what is wrong with it, at the path the client knows', () => {
  const input = {
    key: 'k',
    lines: [{ sku: 'A', quantity: 0 }],
    fromCart: false,
    email: 'nobody',
    address: { name: ' ', line1: 'x'.repeat(300), city: 'Lund', postalCode: '1', country: 'Sweden' },
    expectedTotal: { minor: 1, currency: 'USD' },
    points: -1,
  };
  expect(problemsOf(input)).toEqual({
    'lines.0.quantity': WORDS.en.FieldNumber,
    email: WORDS.en.FieldEmail,
    'address.name': WORDS.en.FieldMissing,
    'address.line1': WORDS.en.FieldTooLong,
    'address.country': WORDS.en.FieldCountry,
    points: WORDS.en.FieldNumber,
  });
});

test('an order number is called by the name that clients know', () => {
  expect(fieldProblem({ path: ['orderId'] }, 'zh').path).toEqual(['number']);
});

test('both languages say everything, and not the same', () => {
  for (const [word, english] of Object.entries(WORDS.en)) {
    expect(WORDS.zh[word as keyof typeof WORDS.zh]).toMatch(/[\u4e00-\u9fff]/);
    expect(english).not.toMatch(/[\u4e00-\u9fff]/);
  }
});
