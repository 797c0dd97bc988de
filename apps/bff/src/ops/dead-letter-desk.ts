import {
  type ActionInput,
  editDeadLetter as editDeadLetterAction,
  replayDeadLetters as replayAction,
} from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { orRefusal, refusal } from '../refusals/refusal.js';
import type { RequestContext } from '../request/request-context.js';
import { requireKey } from '../shop/order/keyed.js';
import { deadLetter, type LetterArgs } from './dead-letters.js';

export interface EditArgs {
  readonly input: LetterArgs & { readonly revision: number; readonly payload: string };
}

/** Gives a letter another payload, if the contract of its message takes it. */
async function editDeadLetter(_: unknown, { input }: EditArgs, context: RequestContext) {
  const { locale } = context;
  return orRefusal(locale, async () => {
    const { service, durable, messageId: id, revision, payload } = input;
    const wanted = { key: requireKey(context), service, durable, id, revision, payload };
    const result = await context.command(editDeadLetterAction, wanted);
    switch (result.kind) {
      case 'edited':
        return { __typename: 'DeadLetterEdited', deadLetter: await deadLetter(null, input, context) };
      case 'misfit':
        return refusal('PayloadMisfit', locale, { issues: result.issues });
      case 'not-editable':
        return refusal('DeadLetterNotEditable', locale, { why: result.why });
      default:
        return assertNever(result);
    }
  });
}

export interface ReplayArgs {
  readonly service?: string | null;
  readonly group?: string | null;
}

const replay = (context: RequestContext, scope: Omit<ActionInput<typeof replayAction>, 'key'>) =>
  orRefusal(context.locale, async () => {
    const result = await context.command(replayAction, { key: requireKey(context), ...scope });
    switch (result.kind) {
      case 'replay':
        return { __typename: 'DeadLetterReplay', ...result };
      case 'not-replayable':
        return refusal('DeadLetterNotReplayable', context.locale, { why: result.why });
      default:
        return assertNever(result);
    }
  });

/** Has one letter handled again. */
const replayDeadLetter = (_: unknown, args: LetterArgs, context: RequestContext) => {
  const { service, durable, messageId: id } = args;
  return replay(context, { service, letter: { id, durable } });
};

/** Has open letters handled again, or tells how far that is. */
const replayDeadLetters = (
  _: unknown,
  { service = null, group = null }: ReplayArgs,
  context: RequestContext,
) => replay(context, { service, group });

export const deadLetterMutations = { editDeadLetter, replayDeadLetter, replayDeadLetters };
