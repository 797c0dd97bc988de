import { request } from 'undici';
import type { Client } from './client.js';

export interface Heard {
  readonly kind: string;
  readonly order: { readonly number: string; readonly state: string } | null;
}

/** The live feed of somebody's orders and wallet, open until it is closed or the shop ends it. */
export async function listen(client: Client) {
  const query = 'subscription { feed(topics: [ORDERS, WALLET]) { kind order { number state } } }';
  const { statusCode, body } = await request(`${client.base}/graphql?${new URLSearchParams({ query })}`, {
    headers: { accept: 'text/event-stream', cookie: client.cookie },
  });
  if (statusCode !== 200) throw new Error(`The feed answered ${statusCode}`);
  const heard: Heard[] = [];
  const state = { ended: false };
  let text = '';
  body.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      const [, data] = /^data: (.+)$/.exec(line) ?? [];
      if (data) heard.push((JSON.parse(data) as { data: { feed: Heard } }).data.feed);
    }
  });
  body.on('close', () => {
    state.ended = true;
  });
  // Closing it ourselves is no failure.
  body.on('error', () => undefined);
  return { heard, ended: () => state.ended, close: () => void body.destroy() };
}
