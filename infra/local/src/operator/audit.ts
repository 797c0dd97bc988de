import { allHold, auditTable, type InvariantSeen } from './audit-report.js';
import { signInOperator } from './operator-client.js';
import { operatorPlace } from './operator-place.js';
import { runAudit } from './run-audit.js';
import { runCommand } from './run-command.js';

/**
 * `npm run audit`: audits every order of the shop that runs, and prints whether its invariants hold; not zero when
 * one does not. `--repair` repairs what is safe to repair, `--json` prints the same for machines.
 */
const SCOREBOARD = '{ scoreboard { id sentence severity depth story state violations evidence checkedAt } }';
const OPTIONS = ['--json', '--repair'];

await runCommand(async () => {
  const args = process.argv.slice(2);
  const strange = args.find((arg) => !OPTIONS.includes(arg));
  if (strange) throw new Error(`npm run audit knows ${OPTIONS.join(', ')}, and not ${strange}`);
  const operator = await signInOperator(operatorPlace(process.env));
  await runAudit(operator, args.includes('--repair'), (line) => console.error(line));
  const { scoreboard } = await operator.ask<{ scoreboard: InvariantSeen[] }>(SCOREBOARD);
  console.log(args.includes('--json') ? JSON.stringify(scoreboard, null, 2) : auditTable(scoreboard));
  if (!allHold(scoreboard)) process.exitCode = 1;
});
