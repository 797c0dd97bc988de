import { decodeDoc, decodeRaw } from '../bson/decode.js';
import type { Draft } from '../bson/draft.js';
import type { FieldName } from '../bson/names.js';
import type { Doc, Value } from '../bson/values.js';
import type { Source } from '../query/source.js';

/** A document that is being changed, as the expressions of a pipeline read it. */
export class DraftSource implements Source {
  private readonly draft: Draft;
  private whole: Doc | undefined;

  constructor(draft: Draft) {
    this.draft = draft;
  }

  get(name: FieldName): Value {
    const at = this.draft.find(name);
    return at < 0 ? undefined : decodeRaw(this.draft.at(at));
  }

  doc(): Doc {
    this.whole ??= decodeDoc(this.draft.toBytes());
    return this.whole;
  }

  /** Whether a document is the one `doc` answered: then nothing was changed. */
  isWhole(doc: Doc): boolean {
    return doc === this.whole;
  }
}
