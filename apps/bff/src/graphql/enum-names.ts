/** `awaiting-payment` → `AWAITING_PAYMENT`: how the words of the contracts are spelled in GraphQL. */
export const enumName = (word: string): string => word.toUpperCase().replaceAll('-', '_');

/** `SoldOut` → `SOLD_OUT`: the code of a refusal. */
export const codeOf = (typeName: string): string =>
  typeName.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

/** The resolvers of an enum whose values inside are the words of a contract. */
export function enumOf(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word) => [enumName(word), word]));
}
