import { ConfigError, databaseUrlOf, readConfig } from '@evenkeel/runtime';
import { z } from 'zod';

/** The settings of the auditor. Throws `ConfigError`. */
export function serviceConfig() {
  const config = readConfig('auditor', {
    /** How often the cheap invariants are looked at, at most. */
    AUDIT_EVERY_MS: z.coerce.number().int().min(100).default(5_000),
    /** An order that changed more recently is still moving, and is not judged. */
    AUDIT_GRACE_SECONDS: z.coerce.number().min(0.1).max(3_600).default(60),
    /** When nothing has changed for so long, every order is audited, and what is safe to repair is repaired. */
    AUDIT_QUIET_SECONDS: z.coerce.number().min(1).max(86_400).default(300),
    /** Who is told of findings, and the secret that it is signed with; both or neither. */
    AUDIT_WEBHOOK_URL: z.url().optional(),
    AUDIT_WEBHOOK_SECRET: z.string().startsWith('whsec_').optional(),
  });
  const { AUDIT_WEBHOOK_URL: url, AUDIT_WEBHOOK_SECRET: secret } = config;
  if (Boolean(url) !== Boolean(secret))
    throw new ConfigError('AUDIT_WEBHOOK_URL and AUDIT_WEBHOOK_SECRET go together: set both or neither');
  return {
    ...config,
    webhook: url && secret ? { url, secret } : null,
    databaseUrl: databaseUrlOf(process.env, 'auditor'),
  };
}
