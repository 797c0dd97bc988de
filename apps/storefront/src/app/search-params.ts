/** What may stand in an address: words, numbers and short lists of words. */
type Value = string | number | readonly string[] | undefined;

/** Reads the query of an address as plain words; what they mean is the page's matter. */
export function parseAddress(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** Writes an address that people can read and share: lists with commas, nothing empty. */
export function writeAddress(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search as Record<string, Value>)) {
    const text = Array.isArray(value) ? value.join(',') : value === undefined ? '' : String(value);
    if (text !== '') params.set(name, text);
  }
  const query = params.toString().replaceAll('%2C', ',');
  return query === '' ? '' : `?${query}`;
}
