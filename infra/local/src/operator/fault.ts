import { readFaultArguments } from './fault-arguments.js';
import { catalogueText, type FaultSeen, faultLine, faultsText } from './fault-table.js';
import { signInOperator } from './operator-client.js';
import { operatorPlace } from './operator-place.js';
import { runCommand } from './run-command.js';

/** `npm run fault`: breaks the shop that runs on purpose, shows what is broken, and mends it. */
const FAULT = 'id fault at effect ms runId count probability fired remainingSeconds';
const LIST = `{ faults { ${FAULT} } }`;
const SET = `mutation ($input: FaultInput!) {
  setFault(input: $input) { ... on FaultSet { fault { ${FAULT} } } ... on Refusal { message } ... on FaultRefused { reason } }
}`;
const CLEAR = `mutation ($id: ID) { clearFaults(id: $id) { ${FAULT} } }`;

await runCommand(async () => {
  const command = readFaultArguments(process.argv.slice(2));
  const operator = await signInOperator(operatorPlace(process.env));
  switch (command.kind) {
    case 'list': {
      const { faults } = await operator.ask<{ faults: FaultSeen[] }>(LIST);
      return console.log(`\n${catalogueText()}\n\nSet now:\n${faultsText(faults)}\n`);
    }
    case 'set': {
      const { setFault } = await operator.ask<{ setFault: { fault: FaultSeen } }>(SET, command);
      return console.log(faultLine(setFault.fault));
    }
    case 'clear': {
      const { clearFaults } = await operator.ask<{ clearFaults: FaultSeen[] }>(CLEAR, command);
      return console.log(`Cleared:\n${faultsText(clearFaults)}`);
    }
  }
});
