/**
 * The name under which the shop keeps an operation of its pages: the first words of it, for who reads along, and a
 * hash of all of it (cyrb53, public domain), so that another text never answers to the same name.
 */
export function operationId(text: string): string {
  const [words = ''] = /^\w+ \w+/.exec(text.trimStart()) ?? [];
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i += 1) {
    high = Math.imul(high ^ text.charCodeAt(i), 2654435761);
    low = Math.imul(low ^ text.charCodeAt(i), 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `${words}.${(4294967296 * (2097151 & low) + (high >>> 0)).toString(36)}`;
}
