import { Long } from 'bson';
import type { Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { type Command, numberField } from './context.js';

export const getMore: Command = {
  fields: ['collection', 'batchSize'],
  run: ({ args, database }, { cursors }) => {
    const id = args.getMore;
    if (!(id instanceof Long))
      throw new CommandError(14, "BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
    return cursors.next(
      id,
      `${database}.${String(args.collection)}`,
      numberField(args.batchSize, 'batchSize'),
    );
  },
};

export const killCursors: Command = {
  fields: ['cursors'],
  run: ({ args }, { cursors }) => {
    const ids = args.cursors;
    if (!Array.isArray(ids))
      throw new CommandError(40414, "BSON field 'killCursors.cursors' is missing but a required field");
    const isKilled = (id: Value) => id instanceof Long && cursors.kill(id);
    const killed = ids.filter(isKilled);
    return {
      cursorsKilled: killed,
      cursorsNotFound: ids.filter((id) => !killed.includes(id)),
      cursorsAlive: [],
      cursorsUnknown: [],
      ok: 1,
    };
  },
};
