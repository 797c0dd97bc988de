import { beforeAll, describe, expect, it } from 'vitest';
import { refusal, useTarget } from './target.js';

const target = useTarget();
const index = target.name('versions');
const conflict = { status: 409, type: 'version_conflict_engine_exception' };

beforeAll(async () => {
  await target.client.indices.create({ index, mappings: { properties: { n: { type: 'long' } } } });
});

const put = (id: string, n: number, version: number, type: 'external' | 'external_gte' = 'external') =>
  target.client.index({ index, id, document: { n }, version, version_type: type });
const read = async (id: string) => (await target.client.get<{ n: number }>({ index, id }))._source?.n;

describe('versions given by the writer', () => {
  it('let no older or equal write undo a newer one', async () => {
    expect(await put('a', 5, 5)).toMatchObject({ _version: 5, result: 'created' });
    expect(await refusal(put('a', 4, 4))).toMatchObject(conflict);
    expect(await refusal(put('a', 50, 5))).toMatchObject(conflict);
    expect(await read('a')).toBe(5);
    expect(await put('a', 9, 9)).toMatchObject({ _version: 9, result: 'updated' });
    expect(await read('a')).toBe(9);
  });

  it('may be repeated where that is asked for', async () => {
    await put('b', 1, 3, 'external_gte');
    expect(await put('b', 2, 3, 'external_gte')).toMatchObject({ _version: 3, result: 'updated' });
    expect(await refusal(put('b', 3, 2, 'external_gte'))).toMatchObject(conflict);
  });

  it('are remembered for a while after the document is gone', async () => {
    await put('c', 1, 1);
    const gone = await target.client.delete({ index, id: 'c', version: 7, version_type: 'external' });
    expect(gone).toMatchObject({ _version: 7, result: 'deleted' });
    expect(await refusal(put('c', 6, 6))).toMatchObject(conflict);
    expect(await put('c', 8, 8)).toMatchObject({ _version: 8, result: 'created' });
  });

  it('guard each item of a bulk by itself', async () => {
    const write = (id: string, version: number) => [
      { index: { _id: id, version, version_type: 'external' as const } },
      { n: version },
    ];
    await target.client.bulk({ index, operations: [...write('d', 2), ...write('e', 2)] });
    const answer = await target.client.bulk({
      index,
      operations: [...write('d', 1), ...write('e', 3), ...write('d', 2)],
    });
    expect(answer.items.map((item) => item.index?.status)).toEqual([409, 200, 409]);
    expect([await read('d'), await read('e')]).toEqual([2, 3]);
  });
});

describe('versions counted by the server', () => {
  it('rise with every write', async () => {
    const document = { n: 1 };
    expect(await target.client.index({ index, id: 'f', document })).toMatchObject({ _version: 1 });
    expect(await target.client.index({ index, id: 'f', document })).toMatchObject({
      _version: 2,
      result: 'updated',
    });
  });

  it('cannot be expected by number', async () => {
    const refused = await refusal(target.client.index({ index, id: 'f', document: { n: 1 }, version: 2 }));
    expect(refused).toMatchObject({ status: 400, type: 'action_request_validation_exception' });
  });

  it('create only what is not there', async () => {
    await target.client.create({ index, id: 'g', document: { n: 1 } });
    expect(await refusal(target.client.create({ index, id: 'g', document: { n: 2 } }))).toMatchObject(
      conflict,
    );
    const byType = target.client.index({ index, id: 'g', document: { n: 2 }, op_type: 'create' });
    expect(await refusal(byType)).toMatchObject(conflict);
  });

  it('change only what was not changed since it was read', async () => {
    await target.client.index({ index, id: 'h', document: { n: 1 } });
    const { _seq_no, _primary_term } = await target.client.get({ index, id: 'h' });
    const guarded = (n: number) =>
      target.client.index({
        index,
        id: 'h',
        document: { n },
        if_seq_no: _seq_no,
        if_primary_term: _primary_term,
      });
    await guarded(2);
    expect(await refusal(guarded(3))).toMatchObject(conflict);
    const update = target.client.update({
      index,
      id: 'h',
      doc: { n: 4 },
      if_seq_no: _seq_no,
      if_primary_term: _primary_term,
    });
    expect(await refusal(update)).toMatchObject(conflict);
    expect(await read('h')).toBe(2);
  });
});
