import type { Draft } from '../bson/draft.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { type DraftStage, setOnDraft, throughDocument, unsetOnDraft } from './draft-stages.js';

/** A pipeline update: what becomes of a draft. It may answer another draft than it was given. */
export type UpdatePipeline = (draft: Draft, now: Date) => Draft;

/** Compiles a pipeline update. Only the stages that the original allows there are taken. */
export function compileUpdatePipeline(stages: Value[]): UpdatePipeline {
  const steps = stages.map(compileStage);
  return (draft, now) => steps.reduce((current, step) => step(current, now), draft);
}

function compileStage(stage: Value): DraftStage {
  if (!isDoc(stage) || Object.keys(stage).length !== 1) {
    throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
  }
  const [name = ''] = Object.keys(stage);
  switch (name) {
    case '$set':
    case '$addFields':
      return setOnDraft(stage[name] as Doc) ?? throughDocument(stage);
    case '$unset':
      return unsetOnDraft(stage[name]) ?? throughDocument(stage);
    case '$project':
    case '$replaceRoot':
    case '$replaceWith':
      return throughDocument(stage);
    default:
      throw new CommandError(72, `${name} is not allowed to be used within an update`);
  }
}
