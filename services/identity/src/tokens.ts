import { createHash, randomBytes } from 'node:crypto';

/** The value of a session cookie: 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of it. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
