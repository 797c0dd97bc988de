import { z } from 'zod';
import { defineQuery } from './action.js';

/** Which of these messages a service has a row for in its outbox. */
export const defineFindMessages = <Service extends string>(service: Service) =>
  defineQuery(`${service}.find-messages`, {
    access: 'internal',
    summary: 'Messages of which there is a row in the outbox, for the auditor.',
    input: z.object({ messageIds: z.array(z.uuid()).min(1).max(200) }),
    output: z.array(z.uuid()),
  });
