import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './generated/introspection.js';

/** Writes a document whose result and variables are typed by the shop's schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; SafeInt: number };
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';
