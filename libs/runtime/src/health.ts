import { createServer, type Server } from 'node:http';
import type { Registry } from 'prom-client';

const CHECK_MS = 1_500;

export interface Readiness {
  readonly ready: boolean;
  /** By part of the process: why it cannot work. */
  readonly failing: Record<string, string>;
}

export interface Health {
  readonly server: Server;
  check(name: string, run: () => Promise<void>): void;
  /** What `/readyz` says. */
  readiness(): Promise<Readiness>;
  setReady(ready: boolean): void;
}

/** The inner door of a process: `/healthz` (it lives), `/readyz` (it can work, and which part cannot), `/metrics`. */
export function createHealth(registry: Registry): Health {
  const checks = new Map<string, () => Promise<void>>();
  let ready = false;

  async function failing(): Promise<Record<string, string>> {
    const failures: Record<string, string> = {};
    await Promise.all(
      [...checks].map(async ([name, run]) => {
        try {
          await within(CHECK_MS, run());
        } catch (error) {
          failures[name] = error instanceof Error ? error.message : String(error);
        }
      }),
    );
    return failures;
  }

  const server = createServer((request, response) => {
    void answer(request.url ?? '/').then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });

  async function answer(url: string): Promise<{ status: number; type: string; body: string }> {
    const json = (status: number, body: object) => ({
      status,
      type: 'application/json',
      body: JSON.stringify(body),
    });
    if (url === '/healthz') return json(200, { alive: true });
    if (url === '/metrics')
      return { status: 200, type: registry.contentType, body: await registry.metrics() };
    if (url !== '/readyz') return json(404, { error: 'Only /healthz, /readyz and /metrics are served here' });
    const state = await readiness();
    return json(state.ready ? 200 : 503, state);
  }

  async function readiness(): Promise<Readiness> {
    if (!ready) return { ready, failing: { process: 'starting or stopping' } };
    const failures = await failing();
    return { ready: Object.keys(failures).length === 0, failing: failures };
  }

  return {
    server,
    check: (name, run) => void checks.set(name, run),
    readiness,
    setReady: (value) => {
      ready = value;
    },
  };
}

/** The promise, or an error when it takes longer than `ms`. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
