import { describe, expect, it } from 'vitest';
import { passagesOf } from './passages.js';
import { renderPassage } from './render-passage.js';

const options = {
  preTag: '[',
  postTag: ']',
  fragments: 5,
  fragmentSize: 40,
  noMatchSize: 0,
  byScore: false,
  escapeHtml: false,
  query: undefined,
};
const mark = (text: string, word: string, from = 0) => {
  const start = text.indexOf(word, from);
  return { start, end: start + word.length, term: word };
};

describe('passages', () => {
  const text = 'A short one. Another lamp here. Then a tea bowl. And the very last one of all of them.';

  it('are whole sentences, as many as fit', () => {
    const passages = passagesOf(text, [mark(text, 'lamp'), mark(text, 'tea'), mark(text, 'last')], 40);
    expect(passages.map((passage) => renderPassage(text, passage, options))).toEqual([
      'Another [lamp] here. Then a [tea] bowl.',
      'And the very [last] one of all of them.',
    ]);
  });

  it('cut a sentence that is too long between words', () => {
    const long = `${'word '.repeat(30)}lamp ${'more '.repeat(30)}end.`;
    const [passage] = passagesOf(long, [mark(long, 'lamp')], 40);
    const shown = passage && renderPassage(long, passage, options);
    expect(shown).toMatch(/^(?:word )+\[lamp\](?: more)*$/);
    expect(shown?.length).toBeLessThan(70);
  });

  it('share a pair of tags where matches overlap', () => {
    const zh = '没有相同的茶碗盘。';
    const passages = passagesOf(zh, [mark(zh, '茶碗'), mark(zh, '碗盘')], 100);
    expect(passages.map((passage) => renderPassage(zh, passage, options))).toEqual(['没有相同的[茶碗盘]。']);
  });

  it('can be made safe for a page', () => {
    const unsafe = 'a <b> & "lamp"';
    const [passage] = passagesOf(unsafe, [mark(unsafe, 'lamp')], 100);
    expect(passage && renderPassage(unsafe, passage, { ...options, escapeHtml: true })).toBe(
      'a &lt;b&gt; &amp; &quot;[lamp]&quot;',
    );
  });
});
