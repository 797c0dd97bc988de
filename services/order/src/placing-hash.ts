import { bodyHash } from '@evenkeel/runtime';

/** The body that a key of `place-order` stands for: what the cart held is no part of it, since the order empties it. */
export const placingHash = (input: { readonly fromCart: boolean }): string =>
  bodyHash(input.fromCart ? { ...input, lines: null } : input);
