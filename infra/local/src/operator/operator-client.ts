import type { OperatorPlace } from './operator-place.js';

interface Asked {
  readonly path?: string;
  readonly variables?: object;
  readonly key?: string;
}

interface RefusalSeen {
  readonly message?: string;
  readonly reason?: string;
  readonly why?: string;
  readonly issues?: readonly { readonly path: readonly string[]; readonly message: string }[];
}

/** Why something was refused, and where it is wrong. */
function refusalText({ message, reason, why, issues = [] }: RefusalSeen): string {
  const where = issues.map((issue) => `  ${issue.path.join('.') || 'all of it'}: ${issue.message}`);
  return [reason ?? why ?? message, ...where].join('\n');
}

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
/** Asks the operator API; a refusal is thrown with its message. `key` makes a mutation happen once. */
export interface Operator {
  ask<Data>(query: string, variables?: object, key?: string): Promise<Data>;
}

/** Signs an operator in at the gateway of a shop. Fails with a sentence that says what is wrong. */
export async function signInOperator({ gateway, email, password }: OperatorPlace): Promise<Operator> {
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
    async ask<Data>(query: string, variables: object = {}, key?: string) {
      const data = await ask<Record<string, RefusalSeen | null>>(query, {
        path: '/ops/graphql',
        variables,
        ...(key ? { key } : {}),
      });
      const refusal = Object.values(data).find((field) => typeof field?.message === 'string');
      if (refusal) throw new Error(refusalText(refusal));
      return data as Data;
    },
  };
}
