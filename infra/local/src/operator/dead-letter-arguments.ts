import { parseArgs } from 'node:util';
import { messageConsumers } from '@evenkeel/contracts';

/** A letter as operators name it. */
export interface LetterName {
  readonly service: string;
  readonly durable: string;
  readonly messageId: string;
}

/** What `npm run dead-letters` is asked to do. */
export type DeadLetterCommand =
  | { readonly kind: 'groups'; readonly service: string | null }
  | { readonly kind: 'letters'; readonly service: string | null; readonly group: string }
  | { readonly kind: 'show'; readonly letter: LetterName }
  | { readonly kind: 'edit'; readonly letter: LetterName; readonly file: string }
  | { readonly kind: 'replay-one'; readonly letter: LetterName }
  | { readonly kind: 'replay'; readonly service: string | null; readonly group: string | null };

export const DEAD_LETTER_USAGE = `npm run dead-letters -- list [--service finance] [--group ID]
npm run dead-letters -- show <service>/<durable>/<id>
npm run dead-letters -- edit <service>/<durable>/<id> --file payload.json
npm run dead-letters -- replay <service>/<durable>/<id>
npm run dead-letters -- replay --all | --service finance | --group ID`;

const OPTIONS = {
  service: { type: 'string' },
  group: { type: 'string' },
  file: { type: 'string' },
  all: { type: 'boolean' },
} as const;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const wrong = (why: string) => new Error(`${why}\n${DEAD_LETTER_USAGE}`);

/** Reads the arguments; throws with a sentence that says what they have to be. */
export function readDeadLetterArguments(args: readonly string[]): DeadLetterCommand {
  const { positionals, values } = parse(args);
  const [word = 'list', name, ...rest] = positionals;
  const { service = null, group = null, file, all } = values;
  if (rest.length > 0) throw wrong('One letter at a time.');
  if (service !== null && !messageConsumers.includes(service))
    throw wrong(`${service} is none of ${messageConsumers.join(', ')}.`);
  switch (word) {
    case 'list':
      return group === null ? { kind: 'groups', service } : { kind: 'letters', service, group };
    case 'show':
      return { kind: 'show', letter: letterOf(name) };
    case 'edit':
      if (!file) throw wrong('Say where the new payload is, with --file.');
      return { kind: 'edit', letter: letterOf(name), file };
    case 'replay':
      if (name) return { kind: 'replay-one', letter: letterOf(name) };
      if (!all && service === null && group === null) throw wrong('Say what to replay; --all is everything.');
      return { kind: 'replay', service, group };
    default:
      throw wrong(`It does not know ${word}.`);
  }
}

function letterOf(name = ''): LetterName {
  const [service = '', durable, messageId = '', ...rest] = name.split('/');
  if (durable && UUID.test(messageId) && rest.length === 0 && messageConsumers.includes(service))
    return { service, durable, messageId };
  throw wrong(`${name || 'Nothing'} names no letter; \`list --group ID\` shows their names.`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw wrong(`${why}.`);
  }
}
