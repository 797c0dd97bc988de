/** The address of an engine that the integration run started, or a sentence that says how to get one. */
export function addressOf(variable: 'DATABASE_URL' | 'NATS_URL'): string {
  const address = process.env[variable];
  if (!address) {
    throw new Error(
      `${variable} is not set: run this with \`vitest --project integration\`, which starts the engines`,
    );
  }
  return address;
}
