import { useEffect, useRef } from 'react';
import { useClient } from 'urql';
import { useFeed } from '../../live/use-feed.js';
import { StockQuery } from './product.query.js';

const AT_MOST_EVERY_MS = 1_000;

/** Keeps stock and price of one product as they are now; a stampede on it is read once a second, not once a sale. */
export function useLiveStock(productId: string, slug: string): void {
  const client = useClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  useFeed(['PRODUCTS'], (event) => {
    if (event.kind !== 'REFETCH' && event.productId !== productId) return;
    if (timer.current !== undefined) return;
    const wait = Math.max(0, last.current + AT_MOST_EVERY_MS - performance.now());
    timer.current = setTimeout(() => {
      timer.current = undefined;
      last.current = performance.now();
      void client.query(StockQuery, { slug }, { requestPolicy: 'network-only' }).toPromise();
    }, wait);
  });
}
