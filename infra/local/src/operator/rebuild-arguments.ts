import { READ_MODELS, type ReadModel } from '@evenkeel/contracts';

/** Reads what `npm run rebuild` is told, or says what it has to be told. */
export function readRebuildArguments(args: readonly string[]): ReadModel | { readonly problem: string } {
  const model = READ_MODELS.find((known) => known === args[0]);
  if (model && args.length === 1) return model;
  return { problem: `Say which read model: npm run rebuild -- ${READ_MODELS.join('|')}` };
}
