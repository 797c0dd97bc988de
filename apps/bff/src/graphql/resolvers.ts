import type { createSchema } from 'graphql-yoga';
import type { RequestContext } from '../request/request-context.js';

/** Resolvers by the name of their type. */
export type Resolvers = NonNullable<Parameters<typeof createSchema<RequestContext>>[0]['resolvers']>;
