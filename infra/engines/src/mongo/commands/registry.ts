import { CommandError } from '../errors.js';
import type { Reply } from '../wire/reply.js';
import type { Request } from '../wire/request.js';
import { aggregate } from './aggregate.js';
import { checkFields, wantsDisk } from './check-fields.js';
import { create, drop, dropDatabase, renameCollection } from './collections.js';
import type { Command, Context } from './context.js';
import { count, distinct } from './count.js';
import { createIndexes } from './create-indexes.js';
import { remove } from './delete.js';
import { explain } from './explain.js';
import { find } from './find.js';
import { findAndModify } from './find-and-modify.js';
import { getMore, killCursors } from './get-more.js';
import { buildInfo, endSessions, hello, isMaster, ping } from './handshake.js';
import { dropIndexes, listIndexes } from './indexes.js';
import { insert } from './insert.js';
import { listCollections, listDatabases } from './listings.js';
import { update } from './update.js';

/** Everything that is answered; the rest is `CommandNotFound`. */
const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    aggregate,
    buildInfo,
    buildinfo: buildInfo,
    count,
    create,
    createIndexes,
    delete: remove,
    distinct,
    drop,
    dropDatabase,
    dropIndexes,
    endSessions,
    explain,
    find,
    findAndModify,
    findandmodify: findAndModify,
    getMore,
    hello,
    insert,
    isMaster,
    ismaster: isMaster,
    killCursors,
    listCollections,
    listDatabases,
    listIndexes,
    ping,
    renameCollection,
    update,
  }),
);

/** Carries out a request. What it changed is with the operating system (or on disk, if asked) when it returns. */
export function execute(request: Request, context: Context): Reply {
  const command = COMMANDS.get(request.name);
  if (command === undefined) throw new CommandError(59, `no such command: '${request.name}'`);
  checkFields(command, request);
  const toDisk = wantsDisk(request);
  try {
    return command.run(request, context);
  } finally {
    context.store.flush(toDisk);
  }
}
