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

/** Tells when the connection is lost and when it is back, until it is closed. */
export function watchConnection(
  nats: NatsConnection,
  on: { readonly lost?: () => void; readonly back: () => void },
): void {
  void (async () => {
    for await (const { type } of nats.status()) {
      if (type === 'disconnect') on.lost?.();
      else if (type === 'reconnect') on.back();
    }
  })();
}
