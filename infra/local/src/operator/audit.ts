import { allHold, auditTable, type InvariantSeen } from './audit-report.js';
import { signInOperator } from './operator-client.js';
import { operatorPlace } from './operator-place.js';
import { runCommand } from './run-command.js';

/** `npm run audit`: asks the shop that runs whether its invariants hold; not zero when one does not. */
const SCOREBOARD = '{ scoreboard { id sentence severity depth state violations evidence checkedAt } }';
const OPTIONS = ['--json'];

await runCommand(async () => {
  const args = process.argv.slice(2);
  const strange = args.find((arg) => !OPTIONS.includes(arg));
  if (strange) throw new Error(`npm run audit knows ${OPTIONS.join(', ')}, and not ${strange}`);
  const operator = await signInOperator(operatorPlace(process.env));
  const { scoreboard } = await operator.ask<{ scoreboard: InvariantSeen[] }>(SCOREBOARD);
  console.log(args.includes('--json') ? JSON.stringify(scoreboard, null, 2) : auditTable(scoreboard));
  if (!allHold(scoreboard)) process.exitCode = 1;
});
