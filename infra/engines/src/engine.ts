import type { ProcessSpec } from './process/process-spec.js';

/** The backing servers, in the order in which they start; they stop in reverse. */
export const engineNames = ['postgres', 'nats', 'redis', 'mongo', 'elasticsearch'] as const;
export type EngineName = (typeof engineNames)[number];

/** `original`: the server itself. `stand-in`: a small development server of ours. `yours`: an address you gave. */
export type EngineKind = 'original' | 'stand-in' | 'yours';

/** The variable that carries each engine's address, into this program and out of it to the services. */
export const engineVariables: Record<EngineName, string> = {
  postgres: 'DATABASE_URL',
  nats: 'NATS_URL',
  redis: 'REDIS_URL',
  mongo: 'MONGO_URL',
  elasticsearch: 'ELASTICSEARCH_URL',
};

/** An engine that can be used. */
export interface Engine {
  readonly name: EngineName;
  readonly kind: EngineKind;
  /** The server's version; of a stand-in, of the package it is made from. */
  readonly version: string;
  readonly url: string;
  /** What a user of this kind should know, in a few words. */
  readonly remark?: string | undefined;
}

/** Where an engine of ours runs. */
export interface EnginePlace {
  /** A folder of its own below the data folder. */
  readonly dir: string;
  readonly port: number;
  readonly logFile: string;
  readonly env: NodeJS.ProcessEnv;
}

/** How an engine of ours will be run: found, made ready, not yet started. */
export interface EnginePlan extends Omit<Engine, 'name'> {
  readonly process: ProcessSpec;
  /** A folder outside the data folder, to be removed once the process has ended for good. */
  readonly temporary?: string | undefined;
}

/** Extra settings of one start, for tests. */
export interface EngineTuning {
  /** Postgres settings that override the house's, by name. */
  readonly postgres?: Readonly<Record<string, string>>;
}
