import type { Resolvers } from '../graphql/resolvers.js';
import { scalars } from '../graphql/scalars.js';
import { opsFields } from './ops-fields.js';
import { opsMutations } from './ops-mutations.js';
import { opsQueries } from './ops-queries.js';

/** The resolvers of the operator API. */
export const opsResolvers: Resolvers = {
  ...scalars,
  ...opsFields,
  Query: opsQueries,
  Mutation: opsMutations,
};
