import { expect, test } from 'vitest';
import { textQuery } from './text-query.js';

const asked = (...args: Parameters<typeof textQuery>) => JSON.stringify(textQuery(...args));

test('a close fit forgives no typing errors, a loose one does', () => {
  for (const locale of ['en', 'zh'] as const) {
    expect(asked('lamp', locale, 'close')).not.toContain('fuzziness');
    expect(asked('lamp', locale, 'loose')).toContain('"fuzziness":"AUTO"');
  }
});

test('the language of the caller decides which texts are read', () => {
  expect(asked('lamp', 'en', 'close')).toContain('en.all');
  expect(asked('lamp', 'en', 'close')).not.toContain('zh.all');
  expect(asked('灯', 'zh', 'close')).toContain('zh.all.signs');
  expect(asked('灯', 'zh', 'close')).not.toContain('en.all');
});

test('a spoken noun is also looked for as it stands in names', () => {
  expect(asked('杯子', 'zh', 'close')).toContain('"query":"杯"');
  expect(asked('子', 'zh', 'close')).not.toContain('"query":""');
  expect(asked('包子铺', 'zh', 'close')).not.toContain('"query":"包"');
});

test('what is typed is only ever a value, never a part of the query', () => {
  const text = '"}},{"match_all":{}}';
  expect(JSON.parse(asked(text, 'en', 'close'))).toMatchObject({ function_score: { query: { bool: {} } } });
});
