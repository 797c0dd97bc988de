import { FAULTS, type WantedFault } from '@evenkeel/contracts';
import type { FaultId } from '@evenkeel/kernel';
import { FaultRefused } from '@evenkeel/runtime';
import { refusal } from '../refusals/refusal.js';
import type { RequestContext } from '../request/request-context.js';

const catalogue = Object.entries(FAULTS).map(([fault, { by, breaks }]) => ({ fault, breaks, madeBy: by }));

export const faultQueries = {
  faultCatalogue: () => catalogue,
  faults: (_: unknown, __: unknown, { shop }: RequestContext) => shop.faults.list(),
};

/** Breaks something on purpose; who did it is in the log. */
async function setFault(_: unknown, { input }: { readonly input: WantedFault }, context: RequestContext) {
  const { shop, locale } = context;
  try {
    const fault = await shop.faults.set(input);
    const { sub: operator } = context.requireCaller();
    shop.log.warn({ operator, ...fault }, 'An operator set a fault');
    return { __typename: 'FaultSet', fault };
  } catch (error) {
    if (error instanceof FaultRefused) return refusal('FaultRefused', locale, { reason: error.message });
    throw error;
  }
}

async function clearFaults(_: unknown, { id }: { readonly id?: FaultId | null }, context: RequestContext) {
  const cleared = await context.shop.faults.clear(id ?? undefined);
  const { sub: operator } = context.requireCaller();
  context.shop.log.warn(
    { operator, cleared: cleared.map(({ fault }) => fault) },
    'An operator cleared faults',
  );
  return cleared;
}

export const faultMutations = { setFault, clearFaults };
