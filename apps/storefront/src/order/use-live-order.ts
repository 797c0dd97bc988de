import { useEffect, useEffectEvent } from 'react';
import { useQuery } from 'urql';
import { useFeed } from '../live/use-feed.js';
import { OrderQuery } from './order.query.js';
import { isSettled } from './order-phase.js';

const LOOK_AGAIN_MS = 5_000;

/** An order that keeps itself up to date: by the feed, and by looking again while something is still open. */
export function useLiveOrder(number: string) {
  const [{ data, error, fetching }, ask] = useQuery({ query: OrderQuery, variables: { number } });
  const again = () => ask({ requestPolicy: 'network-only' });
  const order = data?.order;
  useFeed(['ORDERS'], (event) => {
    if (event.kind === 'REFETCH' || event.orderNumber === number) again();
  });

  const look = useEffectEvent(again);
  const open = order ? !isSettled(order) : false;
  useEffect(() => {
    if (!open) return;
    const timer = setInterval(() => document.hidden || look(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [open]);
  return { order, error, fetching, again };
}
