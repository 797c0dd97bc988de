import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ReadModel } from '@evenkeel/contracts';
import { signInOperator } from './operator-client.js';
import { operatorPlace } from './operator-place.js';
import { readRebuildArguments } from './rebuild-arguments.js';
import { runCommand } from './run-command.js';

/** `npm run rebuild -- order`: asks the shop that runs to build a read model from zero, and tells how far it is. */
const LOOK_MS = 500;
const REBUILD = `mutation ($model: ReadModel!) {
  rebuildView(model: $model) { __typename ... on ViewRebuild { state documents } ... on Refusal { message } }
}`;

interface Rebuilt {
  readonly rebuildView: { readonly state: 'RUNNING' | 'DONE' | 'FAILED'; readonly documents: number };
}

async function rebuild(model: ReadModel): Promise<void> {
  const operator = await signInOperator(operatorPlace(process.env));
  const key = randomUUID();
  const variables = { model: model.toUpperCase().replaceAll('-', '_') };
  for (let told = -1; ; await pause(LOOK_MS)) {
    const { rebuildView } = await operator.ask<Rebuilt>(REBUILD, variables, key);
    const { state, documents } = rebuildView;
    if (state === 'FAILED') throw new Error('It failed, and the old one stays; the log of views says why.');
    if (state === 'DONE') return console.log(`${model}: built anew, ${documents} documents`);
    if (documents > told) console.log(`${model}: ${documents} items read`);
    told = documents;
  }
}

await runCommand(async () => {
  const model = readRebuildArguments(process.argv.slice(2));
  if (typeof model === 'object') throw new Error(model.problem);
  await rebuild(model);
});
