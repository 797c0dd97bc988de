import { readFileSync } from 'node:fs';
import type { estypes } from '@elastic/elasticsearch';
import { beforeAll, describe, expect, it } from 'vitest';
import { refusal, useTarget } from './target.js';

interface GoldenHit {
  readonly id: string;
  readonly score?: number;
  readonly sort?: unknown[];
  readonly highlight?: unknown;
  readonly source?: unknown;
}
interface GoldenAnswer {
  readonly request: estypes.SearchRequest;
  readonly total?: unknown;
  readonly hits?: readonly GoldenHit[];
  readonly aggregations?: unknown;
  readonly suggest?: unknown;
  readonly status?: number;
  readonly error?: string;
  readonly cause?: string;
}
interface Golden {
  readonly mapping: estypes.IndicesCreateRequest;
  readonly docs: readonly (Record<string, unknown> & { sku: string })[];
  readonly analyzed: Record<string, { text: string; tokens: [string, number, number, number][] }[]>;
  readonly answers: Record<string, GoldenAnswer>;
}

const golden = JSON.parse(
  readFileSync(new URL('../golden/search.golden.json', import.meta.url), 'utf8'),
) as Golden;
const target = useTarget();
const index = target.name('golden');

beforeAll(async () => {
  const { client } = target;
  await client.indices.create({ ...golden.mapping, index });
  const operations = golden.docs.flatMap((doc) => [{ index: { _id: doc.sku } }, doc]);
  const answer = await client.bulk({ index, refresh: true, operations });
  expect(answer.errors).toBe(false);
});

describe('analysis is the original’s', () => {
  for (const [analyzer, samples] of Object.entries(golden.analyzed))
    for (const { text, tokens } of samples)
      it(`${analyzer}: ${text}`, async () => {
        const answer = await target.client.indices.analyze({ index, analyzer, text });
        const found = answer.tokens?.map((token) => [
          token.token,
          token.start_offset,
          token.end_offset,
          token.position,
        ]);
        expect(found).toEqual(tokens);
      });
});

describe('a search is answered as by the original', () => {
  for (const [name, wanted] of Object.entries(golden.answers))
    it(name, async () => {
      const call = target.client.search({ index, ...wanted.request });
      if (wanted.error) {
        const { status, error: type, cause } = wanted;
        expect(await refusal(call)).toEqual({ status, type, cause });
        return;
      }
      const answer = await call;
      expect(answer.hits.total).toEqual(wanted.total);
      const hits = answer.hits.hits;
      expect(hits.map((hit) => hit._id).sort()).toEqual(wanted.hits?.map((hit) => hit.id).sort());
      for (const hit of wanted.hits ?? []) {
        const found = hits.find((each) => each._id === hit.id);
        expect(found?.highlight).toEqual(hit.highlight);
        if (hit.sort) expect(found?.sort).toEqual(hit.sort);
        if (hit.source) expect(found?._source).toEqual(hit.source);
      }
      expectOrder(
        hits.map((hit) => hit._id ?? ''),
        wanted.hits ?? [],
      );
      expect(rounded(answer.aggregations)).toEqual(wanted.aggregations);
      expect(answer.suggest && shownSuggestions(answer.suggest.s ?? [])).toEqual(wanted.suggest);
    });
});

/** Where the original's scores differ by more than one part in a hundred, or where nothing is scored, order counts. */
function expectOrder(found: readonly string[], wanted: readonly GoldenHit[]): void {
  for (const [at, first] of wanted.entries())
    for (const second of wanted.slice(at + 1)) {
      if (first.score !== undefined && second.score !== undefined && !differs(first.score, second.score))
        continue;
      expect(found.indexOf(first.id), `${first.id} before ${second.id}`).toBeLessThan(
        found.indexOf(second.id),
      );
    }
}

const differs = (left: number, right: number) =>
  Math.abs(left - right) > 0.01 * Math.max(Math.abs(left), Math.abs(right));

function shownSuggestions(suggestions: readonly estypes.SearchSuggest[]): unknown {
  return suggestions.map(({ text, offset, length, options }) => ({
    text,
    offset,
    length,
    options: [options].flat().map((option) => {
      const { score, _score, _id, freq } = { ...option } as Record<string, unknown>;
      const shown = { text: option.text, score: rounded(score ?? _score), id: _id, freq };
      return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
    }),
  }));
}

/** Numbers to six digits, as they were recorded. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(6));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)]));
}
