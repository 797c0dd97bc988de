import {
  benefitsHeld,
  benefitsReleased,
  pointsCorrected,
  pointsEarned,
  pointsGranted,
  pointsReversed,
  walletChanged,
} from '@evenkeel/contracts';
import { type Clock, type CorrelationId, type Envelope, newId } from '@evenkeel/kernel';
import { newMessage, projects } from '@evenkeel/messaging';
import type { WalletStore } from '../../store/wallet-store.js';

interface Parts {
  readonly store: WalletStore;
  readonly clock: Clock;
  readonly announce: (events: readonly Envelope[]) => Promise<unknown>;
}

/** Keeps wallets and their entries, whatever moved them. */
export const walletProjection = ({ store, clock, announce }: Parts) =>
  projects(
    [benefitsHeld, benefitsReleased, pointsEarned, pointsReversed, pointsGranted, pointsCorrected],
    async (batch) => {
      const changes = batch.flatMap(({ data }) =>
        data.wallet ? [{ customerId: data.customerId, wallet: data.wallet }] : [],
      );
      await store.apply(changes);
      await announce(
        changes.map(({ customerId, wallet: { available, frozen, version } }) =>
          newMessage(
            walletChanged,
            {
              aggregateId: customerId,
              aggregateVersion: version,
              data: { customerId, available, frozen, version },
            },
            { cause: { id: null, correlationId: newId<CorrelationId>(), traceparent: null }, clock },
          ),
        ),
      );
    },
  );
