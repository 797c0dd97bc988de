import type { Mode } from './config.js';
import type { ProcessDefinition } from './processes.js';
import type { Secrets } from './secrets.js';
import type { SystemPorts } from './system-ports.js';

/** What the processes of a running system are told about it. */
export interface SystemFacts {
  readonly mode: Mode;
  /** `DATABASE_URL` and so on. */
  readonly engines: Readonly<Record<string, string>>;
  readonly ports: Omit<SystemPorts, 'release'>;
  readonly secrets: Secrets;
  /** The launcher's own environment, handed on without what belongs to npm or to another process. */
  readonly inherited: NodeJS.ProcessEnv;
}

/** The addresses of a running system, as other programs use them. */
export function publicAddresses(ports: Pick<SystemPorts, 'gateway' | 'bank'>): {
  gateway: string;
  bank: string;
} {
  return { gateway: `http://localhost:${ports.gateway}`, bank: `http://localhost:${ports.bank}` };
}

/** The environment of one process. It holds only the secrets and servers that this process has a use for. */
export function processEnvironment(definition: ProcessDefinition, facts: SystemFacts): NodeJS.ProcessEnv {
  const { ports, secrets } = facts;
  const reachable = publicAddresses(ports);
  const shared = {
    NODE_ENV: 'production',
    ...inheritable(facts),
    EVENKEEL_MODE: facts.mode,
    SERVICE_NAME: definition.name,
    HEALTH_PORT: String(ports.health.get(definition.name)),
    PUBLIC_URL: facts.inherited.PUBLIC_URL || reachable.gateway,
    BANK_URL: `http://127.0.0.1:${ports.bank}`,
    BANK_PUBLIC_URL: facts.inherited.BANK_PUBLIC_URL || reachable.bank,
  };
  return {
    ...shared,
    ...enginesOf(definition, facts.engines),
    ...Object.fromEntries(definition.secrets.map((name) => [name, secrets[name]])),
    ...ownPorts(definition.name, ports),
  };
}

function enginesOf(definition: ProcessDefinition, engines: SystemFacts['engines']): NodeJS.ProcessEnv {
  if (definition.engines === 'all') return { ...engines };
  return definition.engines === 'database' ? { DATABASE_URL: engines.DATABASE_URL } : {};
}

/** Which ports a process listens on, and those of its neighbours that it calls by HTTP. */
function ownPorts(name: string, ports: SystemFacts['ports']): NodeJS.ProcessEnv {
  const bff = { BFF_PORT: String(ports.bff), BFF_URL: `http://127.0.0.1:${ports.bff}` };
  switch (name) {
    case 'gateway':
      return { PORT: String(ports.gateway), ...bff };
    case 'bff':
      return bff;
    case 'bank':
      // The bank calls the shop back at its public door.
      return {
        BANK_PORT: String(ports.bank),
        BANK_CALLBACK_URL: `http://127.0.0.1:${ports.gateway}/callbacks/bank`,
      };
    default:
      return {};
  }
}

/** PORT is the gateway's, the engines' addresses and the secrets are dealt out one by one. */
function inheritable({ inherited, engines, secrets }: SystemFacts): NodeJS.ProcessEnv {
  const dealt = new Set(['PORT', 'WATCHDOG_FD', ...Object.keys(engines), ...Object.keys(secrets)]);
  const kept = Object.entries(inherited).filter(([name]) => !dealt.has(name) && !name.startsWith('npm_'));
  return Object.fromEntries(kept);
}
