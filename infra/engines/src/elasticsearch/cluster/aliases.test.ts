import { describe, expect, it } from 'vitest';
import type { Json } from '../json.js';
import { changeAliases } from './aliases.js';

const table = { live: { v1: {} } };
const indexes = ['v1', 'v2'];

describe('alias actions', () => {
  it('are one change', () => {
    const actions: Json[] = [
      { remove: { index: 'v1', alias: 'live' } },
      { add: { index: 'v2', alias: 'live' } },
    ];
    expect(changeAliases(table, indexes, actions)).toMatchObject({
      aliases: { live: { v2: {} } },
      removed: [],
    });
  });

  it('leave what they were given as it was', () => {
    changeAliases(table, indexes, [{ add: { index: 'v2', alias: 'live', is_write_index: true } }]);
    expect(table).toEqual({ live: { v1: {} } });
  });

  it('take an index with all that stood for it', () => {
    const change = changeAliases(table, indexes, [{ remove_index: { index: 'v1' } }]);
    expect(change).toMatchObject({ aliases: {}, removed: ['v1'] });
  });

  it('report what was not there, and refuse if there was nothing else to do', () => {
    const missing = { remove: { index: 'v1', alias: 'gone' } };
    expect(() => changeAliases(table, indexes, [missing])).toThrow(/missing/);
    const change = changeAliases(table, indexes, [missing, { add: { index: 'v2', alias: 'other' } }]);
    expect(change.results.map((result) => result.missing)).toEqual([true, false]);
    const must = { remove: { index: 'v1', alias: 'gone', must_exist: true } };
    expect(() => changeAliases(table, indexes, [must, { add: { index: 'v2', alias: 'other' } }])).toThrow(
      /missing/,
    );
  });

  it.each([
    [{ add: { index: 'v3', alias: 'x' } }],
    [{ add: { index: 'v1', alias: 'v2' } }],
    [{ add: { index: 'v1', alias: 'x', filter: { term: { a: 1 } } } }],
    [{ swap: { index: 'v1', alias: 'x' } }],
  ])('refuse %j', (action) => {
    expect(() => changeAliases(table, indexes, [action])).toThrow();
  });
});
