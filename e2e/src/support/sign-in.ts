import { Client } from './client.js';

/** What somebody signs in with. */
export interface Account {
  readonly email: string;
  readonly password: string;
}

/** A new session of somebody who has an account. */
export async function signIn(base: string, { email, password }: Account): Promise<Client> {
  const client = new Client(base);
  await client.ask('{ viewer { id } }');
  const { data } = await client.ask<{ signIn: { __typename: string } }>(
    'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
    { input: { email, password } },
  );
  if (data.signIn.__typename !== 'SignedIn') throw new Error(`Signing in gave ${data.signIn.__typename}`);
  return client;
}
