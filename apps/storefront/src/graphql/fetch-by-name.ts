import { operationId } from './operation-id.js';

type Fetch = typeof fetch;

/**
 * Sends the name of an operation instead of its text. A shop that does not know the name, since it is older or newer
 * than the page, has done nothing yet and is sent the text, now and from then on.
 */
export function fetchByName(send: Fetch): Fetch {
  let known = true;
  return async (input, init) => {
    if (!known || typeof init?.body !== 'string') return send(input, init);
    const { query, ...rest } = JSON.parse(init.body) as { query: string };
    const body = JSON.stringify({ documentId: operationId(query), ...rest });
    const answer = await send(input, { ...init, body });
    if (answer.status !== 400 || !(await isUnknown(answer.clone()))) return answer;
    known = false;
    return send(input, init);
  };
}

async function isUnknown(answer: Response): Promise<boolean> {
  const { errors } = (await answer.json()) as { errors?: { extensions?: { code?: string } }[] };
  return errors?.[0]?.extensions?.code === 'PERSISTED_DOCUMENT_NOT_FOUND';
}

/** By name where the pages were built together with the shop; the dev server's may be ahead of it. */
export const shopFetch: Fetch = import.meta.env.PROD
  ? fetchByName((input, init) => fetch(input, init))
  : (input, init) => fetch(input, init);
