import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function wholeNumber(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new GraphQLError(
    `SafeInt cannot represent ${JSON.stringify(value)}: a whole number up to 2^53 − 1 is needed`,
  );
}

function instant(value: unknown): string {
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return value;
  throw new GraphQLError(`DateTime cannot represent ${JSON.stringify(value)}: an ISO 8601 instant is needed`);
}

/** `SafeInt` and `DateTime`, of both schemas. */
export const scalars = {
  SafeInt: new GraphQLScalarType<number, number>({
    name: 'SafeInt',
    description: 'A whole number that a double holds exactly: up to 2^53 − 1 either way.',
    serialize: wholeNumber,
    parseValue: wholeNumber,
    parseLiteral: (node) => wholeNumber(node.kind === Kind.INT ? Number(node.value) : undefined),
  }),
  DateTime: new GraphQLScalarType<string, string>({
    name: 'DateTime',
    description: 'An instant, ISO 8601 in UTC.',
    serialize: instant,
    parseValue: instant,
    parseLiteral: (node) => instant(node.kind === Kind.STRING ? node.value : undefined),
  }),
};
