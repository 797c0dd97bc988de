import { describe, expect, it } from 'vitest';
import { cartRows, noteRemoved, stillOffered, UNDO_MS, withoutSku } from './removed-lines.js';

const lamp = { sku: 'LAMP', title: 'Lamp', quantity: 2, place: 0 };
const cup = { sku: 'CUP', title: 'Cup', quantity: 1, place: 1 };
const line = (sku: string) => ({ sku });
const shape = (rows: ReturnType<typeof cartRows>) =>
  rows.map((row) => (row.kind === 'line' ? row.line.sku : `(${row.removed.sku})`));

describe('what was taken out of the basket', () => {
  it('can be put back for a while, with the quantity it had', () => {
    const removed = noteRemoved([], lamp, 1_000);
    expect(stillOffered(removed, 1_000 + UNDO_MS - 1)).toEqual([{ ...lamp, until: 1_000 + UNDO_MS }]);
    expect(stillOffered(removed, 1_000 + UNDO_MS)).toEqual([]);
  });

  it('is offered once, however often it is taken out', () => {
    const removed = noteRemoved(noteRemoved([], lamp, 0), { ...lamp, quantity: 5 }, 10);
    expect(removed).toEqual([{ ...lamp, quantity: 5, until: 10 + UNDO_MS }]);
  });

  it('is no longer offered once it is back', () => {
    expect(withoutSku(noteRemoved([], lamp, 0), 'LAMP')).toEqual([]);
  });
});

describe('the rows of the basket', () => {
  it('show a removed line at its old place', () => {
    const removed = noteRemoved([], cup, 0);
    expect(shape(cartRows([line('LAMP'), line('BOWL')], removed))).toEqual(['LAMP', '(CUP)', 'BOWL']);
  });

  it('keep the order when several are gone, and when the list has become shorter', () => {
    const removed = noteRemoved(noteRemoved([], { ...cup, place: 7 }, 0), lamp, 0);
    expect(shape(cartRows([line('BOWL')], removed))).toEqual(['(LAMP)', 'BOWL', '(CUP)']);
  });

  it('do not show a line twice that was added again elsewhere', () => {
    expect(shape(cartRows([line('LAMP')], noteRemoved([], lamp, 0)))).toEqual(['LAMP']);
  });
});
