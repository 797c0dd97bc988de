import type { WantedRebuild } from './rebuild-arguments.js';

interface Rebuilt {
  readonly state: 'RUNNING' | 'DONE' | 'FAILED';
  readonly documents: number;
}

interface Asked {
  readonly path?: string;
  readonly variables?: object;
  readonly key?: string;
}

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const REBUILD = `mutation ($model: ReadModel!) {
  rebuildView(model: $model) { __typename ... on ViewRebuild { state documents } ... on Refusal { message } }
}`;

/** Signs an operator in at the gateway of a shop. Fails with a sentence that says what is wrong. */
export async function signInOperator({
  gateway,
  email,
  password,
}: Omit<WantedRebuild, 'model'>): Promise<{ rebuild(model: string, key: string): Promise<Rebuilt> }> {
  const cookies = new Map<string, string>();

  async function ask<Data>(
    query: string,
    { path = '/graphql', variables = {}, key }: Asked = {},
  ): Promise<Data> {
    const answer = await fetch(gateway + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body: JSON.stringify({ query, variables }),
    }).catch((cause: unknown) => {
      throw new Error(`No shop answers at ${gateway}: start one, or say where it is with PORT=…`, { cause });
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const text = await answer.text();
    const { data } = (answer.ok ? JSON.parse(text) : {}) as { data?: Data };
    if (!data) throw new Error(`${gateway}${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    return data;
  }

  await ask('{ viewer { id } }');
  const { signIn } = await ask<{ signIn: { __typename: string } }>(SIGN_IN, {
    variables: { input: { email, password } },
  });
  if (signIn.__typename !== 'SignedIn')
    throw new Error(`${email} cannot sign in: name an operator with OPERATOR_EMAIL=… OPERATOR_PASSWORD=…`);
  return {
    async rebuild(model, key) {
      const variables = { model: model.toUpperCase().replaceAll('-', '_') };
      const { rebuildView } = await ask<{ rebuildView: Rebuilt & { message?: string } }>(REBUILD, {
        path: '/ops/graphql',
        variables,
        key,
      });
      if (rebuildView.message) throw new Error(rebuildView.message);
      return rebuildView;
    },
  };
}
