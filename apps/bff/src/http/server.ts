import { createServer, type Server } from 'node:http';
import { clientError } from '../graphql/client-error.js';
import { visibleError } from '../graphql/visible-error.js';
import { type Door, nothingHere } from './graphql-door.js';
import { factsOf } from './request-facts.js';
import { refusedAnswer, writeAnswer } from './write-answer.js';

/** The HTTP server of the BFF: two doors, no layer between. */
export function createHttpServer(doors: Readonly<Record<string, Door>>): Server {
  const server = createServer((request, response) => {
    const [path = '', query = ''] = (request.url ?? '/').split('?', 2);
    const door = Object.hasOwn(doors, path) ? doors[path] : undefined;
    if (!door) {
      const { error } = visibleError(nothingHere(), factsOf(request.headers).traceId);
      writeAnswer(response, refusedAnswer([error]));
    } else if (request.method !== 'POST' && request.method !== 'GET') {
      const error = clientError('METHOD_NOT_ALLOWED', 'Use POST, or GET for the feed');
      writeAnswer(response, { ...refusedAnswer([error]), headers: { allow: 'GET, POST' } });
    } else {
      // A door answers whatever happens; what it throws beyond that ends the process, as it should.
      void door(request, response, query);
    }
  });
  // The gateway keeps its connections; it must be the one to close them.
  server.keepAliveTimeout = 65_000;
  return server;
}
