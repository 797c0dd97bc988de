import { mkdirSync } from 'node:fs';
import { Cluster } from './cluster/cluster.js';
import { HttpServer } from './http/http-server.js';
import { Router } from './http/router.js';
import { aliasRoutes } from './routes/alias-routes.js';
import { analyzeRoutes } from './routes/analyze-route.js';
import { deleteByQueryRoute } from './routes/delete-by-query-route.js';
import { documentRoutes } from './routes/document-routes.js';
import { indexChangeRoutes } from './routes/index-change-routes.js';
import { indexRoutes } from './routes/index-routes.js';
import { manyDocumentsRoutes } from './routes/many-documents-routes.js';
import { searchRoutes } from './routes/search-routes.js';
import { serverRoutes } from './routes/server-routes.js';
import { Log, readLog } from './store/log.js';

/** A server that runs. */
export interface RunningServer {
  readonly port: number;
  /** Finishes the requests under way, puts everything on disk and ends. */
  close(): Promise<void>;
}

const routes = [
  ...serverRoutes,
  ...indexRoutes,
  ...indexChangeRoutes,
  ...aliasRoutes,
  ...documentRoutes,
  ...manyDocumentsRoutes,
  ...searchRoutes,
  ...analyzeRoutes,
  deleteByQueryRoute,
];

/**
 * Starts a server on 127.0.0.1. The port is taken first: a second server with the same settings then fails before it
 * touches the data. Throws if the port is taken, or the data cannot be read or written.
 */
export async function startServer({
  port,
  dataDir,
  now,
}: {
  port: number;
  dataDir: string;
  now: () => number;
}): Promise<RunningServer> {
  const http = new HttpServer(new Router(routes));
  const taken = await http.listen(port);
  mkdirSync(dataDir, { recursive: true });
  const { records, torn } = readLog(dataDir);
  if (torn > 0) console.error(`left out ${torn} bytes of a write that the last process did not finish`);
  const cluster = new Cluster(now);
  for (const record of records) cluster.apply(record);
  const log = new Log(dataDir, cluster.records());
  cluster.keepIn(log);
  for (const index of cluster.indexes.values()) cluster.refresh(index);
  http.open(cluster);
  return {
    port: taken,
    close: async () => {
      await http.close();
      cluster.close();
      log.close();
    },
  };
}
