import type { Client } from '@elastic/elasticsearch';
import { NotNow, passes } from './outage.js';

export interface VersionedDocument {
  readonly id: string;
  readonly version: number;
  readonly document: object;
}

/** Where to: what an alias stands for just now, or an index that nobody searches yet. */
export type WriteTo = ({ readonly alias: string } | { readonly index: string }) & {
  /** Whether the same version is written again, for parts whose form may have changed with the code. */
  readonly repeats?: boolean;
};

const CONFLICT = 409;
const AT_ONCE = 500;

/**
 * Writes each document unless a newer version is there already. Returns how many were written. Throws `NotNow` when
 * one was refused for a reason that passes; writing all of them again is harmless.
 */
export async function writeNewest(
  client: Client,
  target: WriteTo,
  documents: readonly VersionedDocument[],
): Promise<number> {
  if (documents.length === 0) return 0;
  const index = 'index' in target ? target.index : await behindAlias(client, target.alias);
  const version_type = target.repeats ? 'external_gte' : 'external';
  let written = 0;
  for (let from = 0; from < documents.length; from += AT_ONCE) {
    const answer = await client.bulk({
      index,
      operations: documents
        .slice(from, from + AT_ONCE)
        .flatMap(({ id, version, document }) => [{ index: { _id: id, version, version_type } }, document]),
    });
    for (const { index: item } of answer.items) {
      if (item === undefined || item.status === CONFLICT) continue;
      if (item.error) refuse(item.status, `${item._id}: ${item.error.type}: ${item.error.reason}`);
      written += 1;
    }
  }
  return written;
}

/** Writes a document whatever is there, and returns its version, which is above that. */
export async function writeAnyway(
  client: Client,
  alias: string,
  { id, document }: Omit<VersionedDocument, 'version'>,
): Promise<number> {
  const { _version } = await client.index({ index: await behindAlias(client, alias), id, document });
  return _version;
}

/** Removes documents; those that are not there are none the less gone. */
export async function removeDocuments(client: Client, alias: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const index = await behindAlias(client, alias);
  const { items } = await client.bulk({
    index,
    operations: ids.map((_id) => ({ delete: { _id } })),
  });
  for (const { delete: item } of items)
    if (item?.error) refuse(item.status, `${item._id}: ${item.error.type}: ${item.error.reason}`);
}

function refuse(status: number, why: string): never {
  if (passes(status)) throw new NotNow(why);
  throw new Error(`The index refused a document: ${why}`);
}

/**
 * The index that an alias stands for. A write to the alias itself would make an index of that name, without a mapping,
 * where the server lost its data; a write to the index that was lost makes one that nobody ever looks at.
 */
async function behindAlias(client: Client, alias: string): Promise<string> {
  const [index] = Object.keys(await client.indices.getAlias({ name: alias }));
  if (index === undefined) throw new NotNow(`There is no index ${alias} yet`);
  return index;
}
