import { EnvelopArmorPlugin } from '@escape.tech/graphql-armor';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** The largest page of the storefront needs about a third of each. */
const MAX = { cost: 10_000, depth: 12, aliases: 30, directives: 60, tokens: 3_000 } as const;

/**
 * What a document may ask for at most, whoever wrote it. One field costs one, a list as many times as its `first`
 * says; calls to our services have a budget of their own, since variables can hide a `first`.
 */
export const useLimits = (): Plugin =>
  EnvelopArmorPlugin({
    costLimit: {
      maxCost: MAX.cost,
      objectCost: 1,
      scalarCost: 1,
      depthCostFactor: 1,
      flattenFragments: true,
    },
    maxDepth: { n: MAX.depth, flattenFragments: true },
    maxAliases: { n: MAX.aliases, allowList: [] },
    maxDirectives: { n: MAX.directives },
    maxTokens: { n: MAX.tokens },
  }) as Plugin;

/** No reading of the schema in production: it is in the repository, not in the shop. */
export const useNoIntrospection = (): Plugin => ({
  onValidate({ addValidationRule }) {
    addValidationRule(NoSchemaIntrospectionCustomRule);
  },
});
