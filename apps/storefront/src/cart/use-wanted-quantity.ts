import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 300;

/**
 * The quantity as the shopper sees it at once, sent when the hand rests: five quick steps are one request,
 * since it says what is wanted and not what to add. A refusal brings back what the server has.
 */
export function useWantedQuantity(known: number, send: (quantity: number) => Promise<string | null>) {
  const [wanted, setWanted] = useState(known);
  const [refusal, setRefusal] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => setWanted(known), [known]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const want = (quantity: number) => {
    setWanted(quantity);
    setRefusal(null);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void send(quantity).then((refused) => {
        setRefusal(refused);
        if (refused) setWanted(known);
      });
    }, PAUSE_MS);
  };
  return { wanted, want, refusal };
}
