import { parseArgs } from 'node:util';
import { FAULT_EFFECTS, FAULTS } from '@evenkeel/contracts';

/** What `npm run fault` is asked to do. */
export type FaultCommand =
  | { readonly kind: 'list' }
  | { readonly kind: 'clear'; readonly id: string | null }
  | { readonly kind: 'set'; readonly input: Readonly<Record<string, string | number>> };

export const FAULT_USAGE = `npm run fault -- list
npm run fault -- set <fault> [--at order] [--effect ${FAULT_EFFECTS.join('|')}] [--ms 500] [--run ID]
                     [--count 1] [--probability 1] [--seconds 60]
npm run fault -- clear [id]`;

const NUMBERS = ['ms', 'count', 'probability', 'seconds'] as const;
const OPTIONS = Object.fromEntries(
  ['at', 'effect', 'run', ...NUMBERS].map((name) => [name, { type: 'string' as const }]),
);

/** Reads the arguments; throws with a sentence that says what they have to be. */
export function readFaultArguments(args: readonly string[]): FaultCommand {
  const { positionals, values } = parse(args);
  const [word, name, ...rest] = positionals;
  if (rest.length > 0) throw new Error(`One fault at a time.\n${FAULT_USAGE}`);
  if (word === undefined || word === 'list') return { kind: 'list' };
  if (word === 'clear') return { kind: 'clear', id: name ?? null };
  if (word !== 'set') throw new Error(`\`npm run fault\` does not know ${word}.\n${FAULT_USAGE}`);
  if (!name || !(name in FAULTS))
    throw new Error(`${name ?? 'Nothing'} is no fault; \`npm run fault -- list\` names them all.`);
  return { kind: 'set', input: { fault: name, ...inputOf(values) } };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new Error(`${why}.\n${FAULT_USAGE}`);
  }
}

function inputOf(values: Readonly<Record<string, unknown>>): Record<string, string | number> {
  const given = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (!(NUMBERS as readonly string[]).includes(name))
      return [name === 'run' ? 'runId' : name, String(value)];
    const number = Number(value);
    if (!Number.isFinite(number)) throw new Error(`--${name} is ${String(value)}: it must be a number.`);
    return [name, number];
  });
  const input = Object.fromEntries(given);
  return typeof input.effect === 'string' ? { ...input, effect: input.effect.toUpperCase() } : input;
}
