import { databaseUrlOf, readConfig } from '@evenkeel/runtime';

/** The settings of the finance service. */
export const serviceConfig = () => ({
  ...readConfig('finance', {}),
  databaseUrl: databaseUrlOf(process.env, 'finance'),
});
