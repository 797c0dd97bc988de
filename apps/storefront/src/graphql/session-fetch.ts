const MARK = 'evenkeel.session';

type Fetch = typeof fetch;

/**
 * A visitor's first request makes the session, and two first requests would make two. So the first one goes
 * alone and the others wait for it; once a tab has a session, nothing waits.
 */
export function sessionFetch(send: Fetch, storage: Pick<Storage, 'getItem' | 'setItem'>): Fetch {
  let opened: Promise<unknown> | null = storage.getItem(MARK) ? Promise.resolve() : null;
  return (input, init) => {
    if (opened) return opened.then(() => send(input, init));
    const first = send(input, init);
    opened = first.then(
      () => storage.setItem(MARK, '1'),
      () => {
        opened = null; // nothing came of it: the next request is the first one again
      },
    );
    return first;
  };
}
