import { beforeAll, expect, it } from 'vitest';
import { useTarget } from './target.js';

const target = useTarget();
const alias = target.name('products');
const indexOf = (generation: number) => `${alias}-v${generation}`;
const COUNT = 200;

async function create(generation: number, analyzer: string) {
  await target.client.indices.create({
    index: indexOf(generation),
    settings: { refresh_interval: '-1' },
    mappings: {
      dynamic: 'strict',
      properties: { title: { type: 'text', analyzer }, n: { type: 'integer' } },
    },
  });
}

const fill = (index: string, version: (n: number) => number) =>
  target.client.bulk({
    index,
    operations: Array.from({ length: COUNT }, (_, n) => [
      { index: { _id: String(n), version: version(n), version_type: 'external' as const } },
      { title: `running shoes ${n} v${version(n)}`, n },
    ]).flat(),
  });

beforeAll(async () => {
  await create(1, 'standard');
  await fill(indexOf(1), () => 1);
  await target.client.indices.refresh({ index: indexOf(1) });
  await target.client.indices.putAlias({ index: indexOf(1), name: alias });
});

it('a new index is filled behind an alias while readers read and writers write', async () => {
  const { client } = target;
  let building = true;
  let reads = 0;
  const reader = async () => {
    while (building) {
      const answer = await client.search({ index: alias, size: 0, query: { match_all: {} } });
      expect(answer.hits.total).toEqual({ value: COUNT, relation: 'eq' });
      reads++;
    }
  };
  const readers = Promise.all([reader(), reader()]);
  await create(2, 'english');
  // An event that arrives meanwhile goes to both; the older copy of the fill must not undo it.
  const update = {
    id: '7',
    document: { title: 'running boots 7 v5', n: 7 },
    version: 5,
    version_type: 'external' as const,
  };
  for (const generation of [1, 2]) await client.index({ index: indexOf(generation), ...update });
  const filled = await fill(indexOf(2), () => 2);
  expect(filled.items.filter((item) => item.index?.status === 409).map((item) => item.index?._id)).toEqual([
    '7',
  ]);
  await client.indices.refresh({ index: indexOf(2) });
  await client.indices.updateAliases({
    actions: [{ remove: { index: indexOf(1), alias } }, { add: { index: indexOf(2), alias } }],
  });
  building = false;
  await readers;
  await client.indices.delete({ index: indexOf(1) });
  expect(reads).toBeGreaterThan(0);
  const stemmed = await client.search({ index: alias, query: { match: { title: 'run' } } });
  expect(stemmed.hits.total).toEqual({ value: COUNT, relation: 'eq' });
  expect(await client.get({ index: alias, id: '7' })).toMatchObject({ _index: indexOf(2), _version: 5 });
});
