import { defineListDeadLetters, messageConsumers } from '@evenkeel/contracts';
import { clientError } from '../graphql/client-error.js';
import type { RequestContext } from '../request/request-context.js';

interface Args {
  readonly service?: string | null;
  readonly first: number;
}

/** What services buried, newest first, each asked for itself; one that does not answer is not passed over in silence. */
export async function deadLetters(_: unknown, { service, first }: Args, context: RequestContext) {
  const asked = service ? messageConsumers.filter((name) => name === service) : messageConsumers;
  if (asked.length === 0)
    throw clientError('BAD_USER_INPUT', `${service} is none of ${messageConsumers.join(', ')}`);
  const found = await Promise.all(
    asked.map(async (name) => {
      const letters = await context.ask(defineListDeadLetters(name), { first });
      return letters.map(({ id, ...letter }) => ({ ...letter, service: name, messageId: id }));
    }),
  );
  return found
    .flat()
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, first);
}
