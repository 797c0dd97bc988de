/**
 * The name under which the shop keeps an operation of its pages: the first words of it, for who reads along, its
 * length, and its 32 bit FNV-1a hash, so that another text does not answer to the same name.
 */
export function operationId(text: string): string {
  const [words = ''] = /^\w+ \w+/.exec(text.trimStart()) ?? [];
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return `${words}.${text.length}.${(hash >>> 0).toString(36)}`;
}
