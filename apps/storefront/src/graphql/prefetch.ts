import { type AnyVariables, type Client, createRequest, type TypedDocumentNode } from '@urql/core';
import { ShellQuery } from '../shell/shell.query.js';
import { bringingTheFrame } from './first-page.js';
import { together } from './together.js';

/** Long enough for the way from a pointer over a link to the page behind it. */
const FRESH_MS = 3_000;
const asked = new WeakMap<Client, Map<number, number>>();

function justAsked(client: Client, key: number): boolean {
  const times = asked.get(client) ?? new Map<number, number>();
  asked.set(client, times);
  const now = performance.now();
  const before = times.get(key);
  if (before !== undefined && now - before < FRESH_MS) return true;
  times.set(key, now);
  return false;
}

/**
 * Brings what a page shows into the cache before the page is there. What is cached already is shown at once
 * and, unless it is fresh, fetched again behind it. An error is left to the page, which has words for it.
 */
export async function prefetch<Data, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<void> {
  const fresh = justAsked(client, createRequest(document, variables).key);
  if (client.readQuery(document, variables)?.data) {
    if (!fresh) void client.query(document, variables, { requestPolicy: 'network-only' }).toPromise();
    return;
  }
  if (client.readQuery(ShellQuery, {})?.data) {
    await client.query(document, variables).toPromise();
    return;
  }
  // The first page of a visit asks for what stands around it as well: one request, not two after each other.
  await bringingTheFrame(client, () => client.query(together(document, ShellQuery), variables).toPromise());
}
