import { describe, expect, it } from 'vitest';
import { sessionFetch } from './session-fetch.js';

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

function wire() {
  const answers: ((answer: Response | Error) => void)[] = [];
  const send = (() =>
    new Promise<Response>((resolve, reject) => {
      answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
    })) as typeof fetch;
  return { send, answers };
}

describe('the first request of a visitor', () => {
  it('goes alone, and the others follow once it is answered', async () => {
    const { send, answers } = wire();
    const fetch = sessionFetch(send, storage());
    const first = fetch('/graphql');
    const second = fetch('/graphql');
    expect(answers).toHaveLength(1);
    answers[0]?.(new Response('{}'));
    await first;
    await expect.poll(() => answers.length).toBe(2);
    answers[1]?.(new Response('{}'));
    await second;
  });

  it('passes the turn on when it fails', async () => {
    const { send, answers } = wire();
    const fetch = sessionFetch(send, storage());
    const first = fetch('/graphql');
    answers[0]?.(new Error('offline'));
    await expect(first).rejects.toThrow('offline');
    void fetch('/graphql');
    expect(answers).toHaveLength(2);
  });

  it('makes nobody wait in a tab that has a session already', () => {
    const { send, answers } = wire();
    const kept = storage();
    kept.setItem('evenkeel.session', '1');
    const fetch = sessionFetch(send, kept);
    void fetch('/graphql');
    void fetch('/graphql');
    return expect.poll(() => answers.length).toBe(2);
  });
});
