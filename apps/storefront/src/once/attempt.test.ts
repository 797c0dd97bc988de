import { describe, expect, it } from 'vitest';
import { attemptFor, readAttempt } from './attempt.js';

let n = 0;
const newKey = () => `key-${++n}`;

describe('an attempt', () => {
  it('keeps its key as long as it is the same, also over a reload', () => {
    const first = attemptFor(null, 'pay 96', newKey);
    const reloaded = readAttempt(JSON.stringify(first));
    expect(attemptFor(reloaded, 'pay 96', newKey)).toEqual(first);
  });

  it('gets another key when anything about it is another', () => {
    const first = attemptFor(null, 'pay 96', newKey);
    expect(attemptFor(first, 'pay 97', newKey).key).not.toBe(first.key);
  });

  it('is a new one when what was stored cannot be read', () => {
    expect(readAttempt('{"input":1}')).toBeNull();
    expect(readAttempt('not json')).toBeNull();
    expect(readAttempt('null')).toBeNull();
  });
});
