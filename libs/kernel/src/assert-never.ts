/** Ends a switch over a union: a case that nobody handles is a compile error here, and a thrown error at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
