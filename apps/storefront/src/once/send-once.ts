interface Answer<Data> {
  readonly data?: Data | undefined;
  readonly error?: { readonly response?: unknown } | undefined;
}

const TRIES = 6;
const PAUSE_MS = 1_000;

/**
 * Sends the same thing with the same key again where that is the right answer: the first is still being worked
 * on (409), or the door is crowded (429, 503). Null when no answer could be had.
 */
export async function sendOnce<Data>(
  send: () => Promise<Answer<Data>>,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Promise<Data | null> {
  for (let tries = 1; ; tries++) {
    const { data, error } = await send();
    if (data) return data;
    const response = error?.response as Response | undefined;
    const comeBack = response && [409, 429, 503].includes(response.status);
    if (!comeBack || tries === TRIES) return null;
    const seconds = Number(response.headers.get('retry-after'));
    await pause(seconds > 0 ? seconds * 1_000 : PAUSE_MS);
  }
}
