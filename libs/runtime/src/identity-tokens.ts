import { type CallerClaims, callerClaims, Problem } from '@evenkeel/contracts';
import { jwtVerify, SignJWT } from 'jose';

const ISSUER = 'evenkeel-gateway';
const CACHED = 5_000;

export interface IdentityTokens {
  sign(claims: CallerClaims, ttlSeconds: number): Promise<string>;
  /** Who the token stands for; throws `house.not-signed-in` when it is forged, foreign or has ended. */
  verify(token: string): Promise<CallerClaims & { readonly expiresAt: number }>;
}

/** Signs and checks the short-lived tokens that tell BFF and services who is calling (HS256, RFC 7519). */
export function identityTokens(secret: string): IdentityTokens {
  const key = new TextEncoder().encode(secret);
  const known = new Map<string, CallerClaims & { readonly expiresAt: number }>();
  return {
    sign: (claims, ttlSeconds) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setIssuedAt()
        .setExpirationTime(`${ttlSeconds}s`)
        .sign(key),
    async verify(token) {
      const cached = known.get(token);
      if (cached && cached.expiresAt > Date.now()) return cached;
      known.delete(token);
      try {
        const { payload } = await jwtVerify(token, key, { issuer: ISSUER, algorithms: ['HS256'] });
        const claims = { ...callerClaims.parse(payload), expiresAt: (payload.exp ?? 0) * 1_000 };
        // Oldest first out: a Map keeps the order of insertion.
        if (known.size >= CACHED) known.delete(known.keys().next().value ?? '');
        known.set(token, claims);
        return claims;
      } catch (cause) {
        throw new Problem(
          'house.not-signed-in',
          'The identity token is not valid any more; ask the gateway again',
          {
            cause: cause instanceof Error ? cause.message : String(cause),
          },
        );
      }
    },
  };
}
