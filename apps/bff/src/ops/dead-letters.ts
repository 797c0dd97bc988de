import {
  type DeadLetter,
  type DeadLetterHead,
  type DeadLetterState,
  defineGetDeadLetter,
  defineListDeadLetterGroups,
  defineListDeadLetters,
  getDeadLetterReplay,
  listDeadLetterReplays,
  messageConsumers,
  pageFrom,
} from '@evenkeel/contracts';
import { clientError } from '../graphql/client-error.js';
import type { RequestContext } from '../request/request-context.js';
import { connectionOf, type PageArgs } from '../shop/connection.js';

export interface ServiceArg {
  readonly service?: string | null;
}
export type LettersArgs = PageArgs &
  ServiceArg & { readonly group?: string | null; readonly state?: DeadLetterState | null };

/** Groups of a service that are shown at most. */
const MOST_GROUPS = 100;

/** A letter as operators name it. */
export interface LetterArgs {
  readonly service: string;
  readonly durable: string;
  readonly messageId: string;
}

/** The services that are asked: one, or all that may have dead letters. */
function askedOf({ service }: ServiceArg): readonly string[] {
  const asked = service ? messageConsumers.filter((name) => name === service) : messageConsumers;
  if (asked.length > 0) return asked;
  throw clientError('BAD_USER_INPUT', `${service} is none of ${messageConsumers.join(', ')}`);
}

const shown = <Letter extends DeadLetterHead | DeadLetter>(service: string, { id, ...letter }: Letter) => ({
  ...letter,
  service,
  messageId: id,
});

/** What services buried, newest first, each asked for itself; one that does not answer is not passed over in silence. */
async function deadLetters(_: unknown, args: LettersArgs, context: RequestContext) {
  const { first, after = null, group = null, state = null } = args;
  const pages = await Promise.all(
    askedOf(args).map(async (name) => {
      const page = await context.ask(defineListDeadLetters(name), { first, after, group, state });
      const letters = page.items.map((letter, at) => ({
        letter: shown(name, letter),
        cursor: page.cursors[at] ?? '',
      }));
      return { letters, hasMore: page.next !== null };
    }),
  );
  const rows = pages.flatMap(({ letters }) => letters).sort((a, b) => (a.cursor < b.cursor ? 1 : -1));
  const page = pageFrom(rows, first, { cursor: ({ cursor }) => cursor, item: ({ letter }) => letter });
  const next = page.next ?? (pages.some(({ hasMore }) => hasMore) ? (page.cursors.at(-1) ?? null) : null);
  return connectionOf({ ...page, next }, after);
}

/** What still lies there, by the error, the group with the newest letter first. */
async function deadLetterGroups(_: unknown, args: ServiceArg, context: RequestContext) {
  const found = await Promise.all(
    askedOf(args).map(async (service) => {
      const groups = await context.ask(defineListDeadLetterGroups(service), { first: MOST_GROUPS });
      return groups.map((group) => ({ ...group, service }));
    }),
  );
  return found.flat().sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
}

/** One letter with its payload; null for one that was never buried. */
export async function deadLetter(_: unknown, args: LetterArgs, context: RequestContext) {
  const [service = ''] = askedOf(args);
  const letter = await context.ask(defineGetDeadLetter(service), {
    id: args.messageId,
    durable: args.durable,
  });
  return letter && shown(service, letter);
}

export const deadLetterQueries = {
  deadLetters,
  deadLetterGroups,
  deadLetter,
  deadLetterReplay: (_: unknown, { id }: { readonly id: string }, context: RequestContext) =>
    context.ask(getDeadLetterReplay, { replayId: id }),
  async deadLetterReplays(_: unknown, { first, after = null }: PageArgs, context: RequestContext) {
    return connectionOf(await context.ask(listDeadLetterReplays, { first, after }), after);
  },
};
