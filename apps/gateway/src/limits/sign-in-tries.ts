const NAME = 'signIn';
/** What the field and the name of an operation have in common: a persisted one is known by its name alone. */
const TRACE = NAME.slice(1);

/**
 * How often a request tries to sign in, at least: one document can hold many tries under as many aliases. Names in
 * GraphQL cannot be escaped, but texts in JSON can, and then have to be read first.
 */
export function signInTries(body: Buffer | null): number {
  if (!body) return 0;
  const escaped = body.includes('\\u');
  if (!escaped && !body.includes(TRACE)) return 0;
  const text = escaped ? unescaped(body) : body.toString('utf8');
  return text.includes(TRACE) ? Math.max(1, text.split(NAME).length - 1) : 0;
}

function unescaped(body: Buffer): string {
  try {
    const { query, documentId } = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
    return `${String(query)} ${String(documentId)}`;
  } catch {
    // What is not JSON is refused by the BFF before anything is tried.
    return '';
  }
}
