import { once } from 'node:events';
import {
  createRedisCommandExecutor,
  RedisServerState,
  Resp2Server,
  resolveCompatibilityProfile,
} from 'js-redis-server/core';
import { watchLauncher } from '../process/launcher-pipe.js';

/** The Redis stand-in as a process: memory only, on the loopback address, speaking as the newest Redis it knows. */
const compatibility = resolveCompatibilityProfile();
const state = new RedisServerState({ databaseCount: 16, compatibility });
const executor = createRedisCommandExecutor({ compatibility });
const { server } = new Resp2Server({ server: state, executor, logger: console });
// Without this each MULTI waits 40 ms for the client's delayed acknowledgement.
server.on('connection', (socket) => socket.setNoDelay(true));

const stop = () => process.exit(0);
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
watchLauncher(process.env.WATCHDOG_FD, stop);

const port = Number(process.env.PORT);
server.listen(port, '127.0.0.1');
await once(server, 'listening');
console.log(`ready redis ${port}`);
