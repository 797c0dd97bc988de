import { useEffect, useState } from 'react';

/** Whole seconds since a moment, ticking; 0 where there is none, never negative when clocks differ. */
export function useElapsed(since: string | null | undefined): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!since) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [since]);
  return since ? Math.max(0, Math.floor((now - Date.parse(since)) / 1_000)) : 0;
}

/** 83 → "1:23". */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
