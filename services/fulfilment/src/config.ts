import { databaseUrlOf, readConfig } from '@evenkeel/runtime';
import { z } from 'zod';

const seconds = (usual: number) => z.coerce.number().int().min(0).default(usual);

/** The settings of the fulfilment service; the simulated carrier is quick, so that a demo can be watched. */
export const serviceConfig = () => ({
  ...readConfig('fulfilment', {
    CARRIER_DISPATCH_SECONDS: seconds(20),
    CARRIER_DELIVER_SECONDS: seconds(60),
    CARRIER_RETURN_SECONDS: seconds(30),
    CARRIER_SWEEP_MS: z.coerce.number().int().min(50).default(1_000),
  }),
  databaseUrl: databaseUrlOf(process.env, 'fulfilment'),
});
