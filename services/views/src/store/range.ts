/** Documents after an id, up to another, in the order of their ids. */
export interface Range {
  readonly after: string | null;
  readonly upTo: string | null;
  readonly limit: number;
}

/** The range of a page that was asked for, with the one too many that says that there is more. */
export const rangeOf = (asked: {
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly upTo?: string | null | undefined;
}): Range => ({ after: asked.after ?? null, upTo: asked.upTo ?? null, limit: asked.first + 1 });

/** The filter for a range. */
export const idsIn = ({ after, upTo }: Range): object =>
  after || upTo ? { _id: { ...(after ? { $gt: after } : {}), ...(upTo ? { $lte: upTo } : {}) } } : {};
