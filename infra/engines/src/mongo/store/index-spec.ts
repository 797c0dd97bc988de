import type { Doc } from '../bson/values.js';

/** An index as it was asked for. */
export interface IndexSpec {
  name: string;
  key: Record<string, 1 | -1>;
  unique: boolean;
  sparse: boolean;
  partial: Doc | undefined;
}

export const ID_INDEX: IndexSpec = {
  name: '_id_',
  key: { _id: 1 },
  unique: true,
  sparse: false,
  partial: undefined,
};

/** The specification as `listIndexes` answers it. */
export function describeIndex({ name, key, unique, sparse, partial }: IndexSpec): Doc {
  return {
    v: 2,
    key,
    name,
    ...(unique && name !== ID_INDEX.name ? { unique } : {}),
    ...(sparse ? { sparse } : {}),
    ...(partial === undefined ? {} : { partialFilterExpression: partial }),
  };
}
