import { getScoreboard } from '@evenkeel/contracts';
import type { RequestContext } from '../request/request-context.js';

/** What the auditor knows. */
export const auditQueries = {
  scoreboard: (_: unknown, __: unknown, context: RequestContext) => context.ask(getScoreboard, {}),
};
