import { DEMO_OPERATOR, READ_MODELS, type ReadModel } from '@evenkeel/contracts';

export interface WantedRebuild {
  readonly model: ReadModel;
  /** The gateway of the shop that runs. */
  readonly gateway: string;
  readonly email: string;
  readonly password: string;
}

/** Reads what `npm run rebuild` is told, or says what it has to be told. */
export function readRebuildArguments(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): WantedRebuild | { readonly problem: string } {
  const model = READ_MODELS.find((known) => known === args[0]);
  if (!model || args.length !== 1)
    return { problem: `Say which read model: npm run rebuild -- ${READ_MODELS.join('|')}` };
  return {
    model,
    gateway: env.PUBLIC_URL || `http://localhost:${env.PORT || 8080}`,
    email: env.OPERATOR_EMAIL || DEMO_OPERATOR.email,
    password: env.OPERATOR_PASSWORD || DEMO_OPERATOR.password,
  };
}
