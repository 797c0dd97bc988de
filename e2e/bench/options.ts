import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** How many shoppers at once, one figure each. */
  readonly shoppers: readonly number[];
  readonly seconds: number;
  readonly warmUpSeconds: number;
  /** A process to take a CPU profile of. */
  readonly profile: string | undefined;
}

/** Reads the command line. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      shoppers: { type: 'string', default: '1,8,32,128,512' },
      seconds: { type: 'string', default: '10' },
      'warm-up': { type: 'string', default: '12' },
      profile: { type: 'string' },
    },
  });
  return {
    shoppers: values.shoppers.split(',').map(Number),
    seconds: Number(values.seconds),
    warmUpSeconds: Number(values['warm-up']),
    profile: values.profile,
  };
}
