/** Values are never changed, and a new state keeps most of the old one: what was written once is not written again. */
const written = new WeakMap<object, string>();

/** One text for one value, whatever order its keys were written in; keys without a value are left out. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const known = written.get(value);
  if (known !== undefined) return known;
  const text = write(value);
  written.set(value, text);
  return text;
}

function write(value: object): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  // The proof spends much of its time here.
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonical(inner)}`;
  }
  return `{${text}}`;
}
