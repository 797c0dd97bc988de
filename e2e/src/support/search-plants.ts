interface Found {
  readonly _id: string;
  readonly _source: { readonly price: object };
}

/** Writes into the index of products past the service that keeps it. */
export function searchPlants(elasticsearch: string) {
  async function ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const answer = await fetch(`${elasticsearch}/search-products/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${path} gave ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  return {
    /** Any products that search finds. */
    async some(count: number): Promise<readonly Found[]> {
      const body = { size: count, sort: [{ productId: 'asc' }] };
      return (await ask<{ hits: { hits: Found[] } }>('POST', '_search', body)).hits.hits;
    },
    searchDrifted: ({ _id, _source }: Found) =>
      ask('PUT', `_doc/${_id}?refresh=true`, { ..._source, price: { USD: [1], CNY: [1] } }),
    searchUnseen: ({ _id }: Found) => ask('DELETE', `_doc/${_id}?refresh=true`),
    searchOfNobody: ({ _source }: Found, productId: string) =>
      ask('PUT', `_doc/${productId}?refresh=true`, { ..._source, productId }),
  };
}
