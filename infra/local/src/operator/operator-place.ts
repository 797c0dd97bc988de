import { DEMO_OPERATOR } from '@evenkeel/contracts';

/** The shop that a command asks, and as whom. */
export interface OperatorPlace {
  /** The gateway of the shop that runs. */
  readonly gateway: string;
  readonly email: string;
  readonly password: string;
}

/** The demo of this machine, unless another shop or operator is named. */
export const operatorPlace = (env: NodeJS.ProcessEnv): OperatorPlace => ({
  gateway: env.PUBLIC_URL || `http://localhost:${env.PORT || 8080}`,
  email: env.OPERATOR_EMAIL || DEMO_OPERATOR.email,
  password: env.OPERATOR_PASSWORD || DEMO_OPERATOR.password,
});
