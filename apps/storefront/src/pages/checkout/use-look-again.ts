import { useEffect, useState } from 'react';
import { openAttempt, PLACING } from '../../once/attempt-store.js';

/** An order takes the things out of the basket a moment after it is made. */
const LOOK_AGAIN_MS = [400, 1_500, 4_000];

/**
 * Where an attempt was still open when the page came up, its order may be about to take the things along: the basket is
 * looked at again, and once it is empty the attempt is taken up.
 */
export function useLookAgain(look: () => void): void {
  const [wasOpen] = useState(() => openAttempt(PLACING) !== null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for when the page comes up
  useEffect(() => {
    if (!wasOpen) return;
    const timers = LOOK_AGAIN_MS.map((ms) => setTimeout(look, ms));
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, []);
}
