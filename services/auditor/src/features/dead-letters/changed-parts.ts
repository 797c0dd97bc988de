/** What an entry says of a payload at most; the edit itself is kept whole. */
const MOST_CHARACTERS = 2_000;

/** What an edit changed, from which values to which: the parts that differ, or all of it when it was no JSON. */
export function changedParts(before: string, after: string): { readonly from: string; readonly to: string } {
  const [was, is] = [partsOf(before), partsOf(after)];
  if (!was || !is) return { from: clipped(before), to: clipped(after) };
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter(
    (path) => was.get(path) !== is.get(path),
  );
  return { from: said(changed, was), to: said(changed, is) };
}

const said = (paths: readonly string[], parts: ReadonlyMap<string, string>): string =>
  clipped(paths.map((path) => `${path}: ${parts.get(path) ?? 'nothing'}`).join('\n'));

const clipped = (text: string): string =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;

/** The values of a JSON text by their paths; null for what is no JSON. */
function partsOf(text: string): ReadonlyMap<string, string> | null {
  const parts = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    if (inside.length === 0) parts.set(path, JSON.stringify(value));
    for (const [name, part] of inside) walk(part, path ? `${path}.${name}` : name);
  };
  try {
    walk(JSON.parse(text), '');
    return parts;
  } catch {
    return null;
  }
}
