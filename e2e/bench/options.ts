import { parseArgs } from 'node:util';

/** What can be measured, in the order in which it is. */
export const figureNames = [
  'hello-world',
  'four-rows',
  'reservations',
  'orders',
  'list',
  'product',
  'search',
  'history',
] as const;
export type FigureName = (typeof figureNames)[number];

export interface BenchOptions {
  readonly only: ReadonlySet<FigureName>;
  /** How many shoppers at once, one figure each. */
  readonly shoppers: readonly number[];
  readonly seconds: number;
  readonly warmUpSeconds: number;
  /** A file for the figures. */
  readonly json: string | undefined;
  /** A shop that runs already. */
  readonly url: string | undefined;
  /** A process to take a CPU profile of while orders are measured. */
  readonly profile: string | undefined;
}

export const HELP = `
npm run bench -- [options]

Measures the shop on this machine and prints the figures side by side with what they are held against. Starts a whole
throw-away system of its own, with its own ports and data; nothing that runs already is touched.

  --only NAME      one figure, or several with commas: ${figureNames.join(', ')}
  --shoppers LIST  how many shoppers buy at once, a figure each (1,8,32,128,512)
  --seconds N      how long each figure is taken (10)
  --warm-up N      how long each is warmed up before (12; less says little, since a cold V8 costs twice as much)
  --json FILE      writes the figures as JSON as well
  --url URL        the address of a demo shop that runs already. Its stock is raised and its books get the orders; what
                   needs its processes (CPU, four-rows) is left out
  --profile NAME   takes a CPU profile of this service while each number of shoppers buys: NAME-N.cpuprofile
`;

/** Options that cannot be understood; the message says which. */
export class OptionProblem extends Error {
  override readonly name = 'OptionProblem';
}

/** Reads the command line; null when help is asked for. Throws `OptionProblem`. */
export function readOptions(args: readonly string[]): BenchOptions | null {
  const values = parse(args);
  if (values.help) return null;
  const named = values.only === undefined ? figureNames : values.only.split(',').map(figureName);
  const only = new Set(values.url === undefined ? named : named.filter((name) => name !== 'four-rows'));
  return {
    only,
    shoppers: values.shoppers.split(',').map((text) => numberIn(text, 'shoppers')),
    seconds: numberIn(values.seconds, 'seconds'),
    warmUpSeconds: numberIn(values['warm-up'], 'warm-up', 0),
    json: values.json,
    url: values.url,
    profile: values.profile,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', default: false },
        only: text,
        json: text,
        url: text,
        profile: text,
        shoppers: { ...text, default: '1,8,32,128,512' },
        seconds: { ...text, default: '10' },
        'warm-up': { ...text, default: '12' },
      },
    }).values;
  } catch (error) {
    throw new OptionProblem(error instanceof Error ? error.message : String(error));
  }
}

function figureName(text: string): FigureName {
  const name = figureNames.find((one) => one === text);
  if (!name) throw new OptionProblem(`--only does not know ${text}; it knows ${figureNames.join(', ')}`);
  return name;
}

function numberIn(text: string, option: string, least = 1): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= least) return value;
  throw new OptionProblem(`--${option} must be a whole number from ${least}; ${text} is not`);
}
