import { describe, expect, it } from 'vitest';
import { fetchByName } from './fetch-by-name.js';
import { operationId } from './operation-id.js';

const CART = 'query Cart { cart { quantity } }';
const asking = {
  method: 'POST',
  body: JSON.stringify({ operationName: 'Cart', query: CART, variables: { a: 1 } }),
};

/** A shop that answers one request after the other, and what it was sent. */
function shop(...answers: readonly Response[]) {
  const left = [...answers];
  const sent: unknown[] = [];
  const fetch = fetchByName((_, init) => {
    sent.push(JSON.parse(String(init?.body)));
    return Promise.resolve(left.shift() ?? new Response('{}'));
  });
  return { fetch, sent };
}

const refused = (code: string) =>
  new Response(JSON.stringify({ errors: [{ message: 'no', extensions: { code } }] }), { status: 400 });

describe('an operation of the pages', () => {
  it('is sent by its name, with everything but its text', async () => {
    const { fetch, sent } = shop();
    await fetch('/graphql', asking);
    expect(sent).toEqual([{ documentId: operationId(CART), operationName: 'Cart', variables: { a: 1 } }]);
  });

  it('is sent as it is to a shop that does not know it, and from then on', async () => {
    const { fetch, sent } = shop(refused('PERSISTED_DOCUMENT_NOT_FOUND'), new Response('{"data":1}'));
    expect(await (await fetch('/graphql', asking)).json()).toEqual({ data: 1 });
    await fetch('/graphql', asking);
    expect(sent.slice(1)).toEqual([JSON.parse(asking.body), JSON.parse(asking.body)]);
  });

  it('is not sent again when it was refused for another reason', async () => {
    const { fetch, sent } = shop(refused('IDEMPOTENCY_KEY_REQUIRED'));
    expect((await fetch('/graphql', asking)).status).toBe(400);
    expect(sent).toHaveLength(1);
  });
});

describe('the name of an operation', () => {
  it('begins with its first words and changes with every character', () => {
    expect(operationId(CART)).toMatch(/^query Cart\.32\.[0-9a-z]{5,7}$/);
    expect(operationId(CART.replace('quantity', 'quantitY'))).not.toBe(operationId(CART));
  });
});
