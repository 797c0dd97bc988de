interface Answer<Data> {
  readonly data?: Data | undefined;
  readonly error?: Refused | undefined;
}

interface Refused {
  readonly response?: unknown;
  readonly graphQLErrors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
}

const TRIES = 6;
const PAUSE_MS = 1_000;

/**
 * Sends the same thing with the same key again where that is the right answer: the first is still being worked
 * on (409), the door is crowded (429, 503), or the part of the shop that would do it is away and has not tried. Null
 * when no answer could be had.
 */
export async function sendOnce<Data>(
  send: () => Promise<Answer<Data>>,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Promise<Data | null> {
  for (let tries = 1; ; tries++) {
    const { data, error } = await send();
    if (data) return data;
    const response = error?.response as Response | undefined;
    const comeBack = (response && [409, 429, 503].includes(response.status)) || wasNotTried(error);
    if (!comeBack || tries === TRIES) return null;
    const seconds = Number(response?.headers.get('retry-after'));
    await pause(seconds > 0 ? seconds * 1_000 : PAUSE_MS);
  }
}

function wasNotTried(error: Refused | undefined): boolean {
  const { code, unknown } = error?.graphQLErrors?.[0]?.extensions ?? {};
  return code === 'UNAVAILABLE' && unknown === false;
}
