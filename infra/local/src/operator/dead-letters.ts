import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type LetterName, readDeadLetterArguments } from './dead-letter-arguments.js';
import {
  type GroupSeen,
  groupsText,
  type LetterSeen,
  lettersText,
  letterText,
  nameOf,
  type ReplaySeen,
  replayText,
} from './dead-letter-table.js';
import { type Operator, signInOperator } from './operator-client.js';
import { operatorPlace } from './operator-place.js';
import { runCommand } from './run-command.js';

/** `npm run dead-letters`: shows what services could not handle, edits it, and has it handled again. */
const LOOK_MS = 500;
const NAME = '$service: ID!, $durable: ID!, $messageId: ID!';
const NAMED = 'service: $service, durable: $durable, messageId: $messageId';
const LETTER = 'service durable messageId type error state replays revision payload at';
const REPLAYED = `... on DeadLetterReplay { id state total done failed left quarantined waitsFor }
  ... on Refusal { message } ... on DeadLetterNotReplayable { why }`;
const GROUPS = `query ($service: ID) { deadLetterGroups(service: $service) {
  service group durable type error open quarantined lastAt } }`;
const LETTERS = `query ($service: ID, $group: ID) {
  deadLetters(service: $service, group: $group, first: 100) { nodes { ${LETTER} } } }`;
const SHOW = `query (${NAME}) { deadLetter(${NAMED}) { ${LETTER} } }`;
const EDIT = `mutation ($input: EditDeadLetterInput!) { editDeadLetter(input: $input) {
  ... on Refusal { message } ... on PayloadMisfit { issues { path message } } ... on DeadLetterNotEditable { why } } }`;
const REPLAY_ONE = `mutation (${NAME}) { replay: replayDeadLetter(${NAMED}) { ${REPLAYED} } }`;
const REPLAY = `mutation ($service: ID, $group: ID) { replay: replayDeadLetters(service: $service, group: $group) { ${REPLAYED} } }`;

async function show(operator: Operator, letter: LetterName): Promise<LetterSeen> {
  const { deadLetter } = await operator.ask<{ deadLetter: LetterSeen | null }>(SHOW, letter);
  if (!deadLetter) throw new Error(`There is no letter ${nameOf(letter)}.`);
  return deadLetter;
}

async function edit(operator: Operator, letter: LetterName, file: string): Promise<void> {
  const payload = await readFile(file, 'utf8');
  const { revision } = await show(operator, letter);
  await operator.ask(EDIT, { input: { ...letter, revision, payload: payload.trim() } }, randomUUID());
}

/** Asks again with the same key until the replay is done, and tells how far it is. */
async function replay(operator: Operator, mutation: string, scope: object): Promise<void> {
  const key = randomUUID();
  for (let told = ''; ; await pause(LOOK_MS)) {
    const { replay: seen } = await operator.ask<{ replay: ReplaySeen }>(mutation, scope, key);
    const text = replayText(seen);
    if (text !== told) console.log(text);
    told = text;
    if (seen.state === 'DONE') {
      if (seen.failed > 0) process.exitCode = 1;
      return;
    }
  }
}

await runCommand(async () => {
  const command = readDeadLetterArguments(process.argv.slice(2));
  const operator = await signInOperator(operatorPlace(process.env));
  switch (command.kind) {
    case 'groups': {
      const { deadLetterGroups } = await operator.ask<{ deadLetterGroups: GroupSeen[] }>(GROUPS, command);
      return console.log(groupsText(deadLetterGroups));
    }
    case 'letters': {
      const { deadLetters } = await operator.ask<{ deadLetters: { nodes: LetterSeen[] } }>(LETTERS, command);
      return console.log(lettersText(deadLetters.nodes));
    }
    case 'show':
      return console.log(letterText(await show(operator, command.letter)));
    case 'edit':
      await edit(operator, command.letter, command.file);
      return console.log(`${nameOf(command.letter)} was edited; replay it.`);
    case 'replay-one':
      return replay(operator, REPLAY_ONE, command.letter);
    case 'replay':
      return replay(operator, REPLAY, command);
  }
});
