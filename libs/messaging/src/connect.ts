import { connect, type NatsConnection } from 'nats';

/** Connects to the bus and stays with it: reconnects for ever, and waits for a broker that is not up yet. */
export function connectBus(url: string, name: string): Promise<NatsConnection> {
  return connect({
    servers: url.split(',').map((server) => server.trim()),
    name,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 100,
    waitOnFirstConnect: true,
    pingInterval: 10_000,
    maxPingOut: 2,
    // Stack traces for every request would cost more than the request.
    noAsyncTraces: true,
  });
}

/** Calls back after each reconnect, until the connection is closed. */
export function onReconnect(nats: NatsConnection, callBack: () => void): void {
  void (async () => {
    for await (const { type } of nats.status()) if (type === 'reconnect') callBack();
  })();
}
