import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, errors } from '@elastic/elasticsearch';
import { afterAll, beforeAll, expect } from 'vitest';
import { endStandIn, type StandInProcess, startStandIn } from './stand-in-process.js';

/** The server a contract is checked on: the one at ELASTICSEARCH_URL, else a stand-in of this run. */
export class Target {
  readonly prefix = `contract-${randomBytes(4).toString('hex')}`;
  private connected: Client | undefined;

  get client(): Client {
    if (!this.connected) throw new Error('the server is only there while tests run');
    return this.connected;
  }

  /** A name no other run uses. */
  name(suffix: string): string {
    return `${this.prefix}-${suffix}`;
  }

  async open(url: string): Promise<void> {
    this.connected = new Client({ node: url, maxRetries: 0 });
    await this.client.info();
  }

  async close(): Promise<void> {
    const names = await this.client.indices.get({ index: `${this.prefix}*` });
    for (const index of Object.keys(names)) await this.client.indices.delete({ index });
    await this.client.close();
  }
}

/** Gives the tests of a file a server, and leaves nothing of theirs on it. */
export function useTarget(): Target {
  const target = new Target();
  let own: { process: StandInProcess; dataDir: string } | undefined;
  beforeAll(async () => {
    let url = process.env.ELASTICSEARCH_URL;
    if (!url) {
      const dataDir = await mkdtemp(join(tmpdir(), 'elasticsearch-'));
      own = { process: await startStandIn(dataDir), dataDir };
      url = own.process.url;
    }
    await target.open(url);
  });
  afterAll(async () => {
    await target.close();
    if (!own) return;
    await endStandIn(own.process, 'SIGTERM');
    await rm(own.dataDir, { recursive: true });
  });
  return target;
}

/** What a server said when it refused. */
export interface Refusal {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly cause: string | undefined;
}

/** Expects a call to be refused, and answers with what. */
export async function refusal(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof errors.ResponseError)) throw error;
    const body = error.body as { error?: { type?: string; root_cause?: { type?: string }[] } };
    return { status: error.statusCode, type: body.error?.type, cause: body.error?.root_cause?.[0]?.type };
  }
  return expect.fail('the server accepted what it should have refused');
}
