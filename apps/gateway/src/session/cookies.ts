const DAYS_30 = 30 * 24 * 3_600;

/** The session's cookie. Its name carries the port, since cookies do not: two shops on one machine stay apart. */
export function sessionCookie(publicUrl: string) {
  const url = new URL(publicUrl);
  const name = `evenkeel_${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
  const secure = url.protocol === 'https:' ? '; Secure' : '';
  const prefix = `${name}=`;
  return {
    name,
    read(header: string | undefined): string | null {
      for (const part of header?.split(';') ?? []) {
        const cookie = part.trim();
        if (cookie.startsWith(prefix)) return cookie.slice(prefix.length) || null;
      }
      return null;
    },
    write: (token: string): string =>
      `${prefix}${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${DAYS_30}${secure}`,
  };
}
