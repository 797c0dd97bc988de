import type { GraphQLSchema } from 'graphql';
import { createSchema } from 'graphql-yoga';
import { opsResolvers } from '../ops/ops-resolvers.js';
import { sdl } from '../sdl.js';
import { shopResolvers } from '../shop/shop-resolvers.js';

/** The schema of shoppers, `schema.graphql` with its resolvers. A resolver for a name that it lacks is an error. */
export const shopSchema = (): GraphQLSchema =>
  createSchema({ typeDefs: sdl('schema.graphql'), resolvers: shopResolvers }) as GraphQLSchema;

/** The schema of operators, `ops.graphql` with its resolvers. */
export const opsSchema = (): GraphQLSchema =>
  createSchema({ typeDefs: sdl('ops.graphql'), resolvers: opsResolvers }) as GraphQLSchema;
