import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useTexts } from '../../i18n/i18n-context.js';
import { useFeed } from '../../live/use-feed.js';
import { useShell } from '../../shell/shell.query.js';
import { Button, buttonClass } from '../../ui/button.js';
import { classes } from '../../ui/classes.js';
import { ErrorRow } from '../../ui/error-row.js';
import { Mark } from '../../ui/mark.js';
import { PageTitle } from '../../ui/page-title.js';
import { RowState } from '../../ui/row-state.js';
import { OrderRow } from './order-row.js';
import { ORDERS_AT_ONCE, OrdersQuery } from './orders.query.js';
import { ordersTexts } from './orders.texts.js';

/** The shopper's orders, newest first; what moves, moves by itself. */
export default function OrdersPage() {
  const t = useTexts(ordersTexts);
  const { viewer } = useShell();
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <div className="wrap pt-8">
      <PageTitle>{t.title}</PageTitle>
      <h1 className="mb-6 text-1">{t.title}</h1>
      {viewer?.kind !== 'CUSTOMER' && (
        <p className={classes('mb-6 text-small text-ink-2', !viewer && 'invisible')}>
          {t.guestNote}{' '}
          <Link to="/sign-in" search={{ goOn: '/orders' }} className="link text-ink">
            {t.signIn}
          </Link>
        </p>
      )}
      <ul className="border-t border-line">
        {cursors.map((after, place) => (
          <OrdersPart
            key={after}
            after={after}
            onMore={place === cursors.length - 1 ? (cursor) => setCursors([...cursors, cursor]) : undefined}
          />
        ))}
      </ul>
    </div>
  );
}

type PartProps = { after: string | null; onMore: ((cursor: string) => void) | undefined };

function OrdersPart({ after, onMore }: PartProps) {
  const t = useTexts(ordersTexts);
  const [{ data, error }, ask] = useQuery({
    query: OrdersQuery,
    variables: { first: ORDERS_AT_ONCE, after },
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  useFeed(['ORDERS'], again);
  if (!data) {
    return (
      error && (
        <li>
          <ErrorRow title={t.failed} note={t.failedNote} error={error} onRetry={again} />
        </li>
      )
    );
  }
  const { nodes, pageInfo } = data.orders;
  const { endCursor, hasNextPage } = pageInfo;
  if (nodes.length === 0 && after === null) {
    return (
      <li>
        <RowState
          icon={<Mark className="w-14" />}
          title={t.empty}
          action={
            <Link to="/shop" className={buttonClass('quiet', 'small')}>
              {t.shop}
            </Link>
          }
        >
          {t.emptyNote}
        </RowState>
      </li>
    );
  }
  return (
    <>
      {nodes.map((order) => (
        <OrderRow key={order.number} order={order} />
      ))}
      {onMore && hasNextPage && endCursor && (
        <li className="pt-8 text-center">
          <Button onClick={() => onMore(endCursor)}>{t.more}</Button>
        </li>
      )}
    </>
  );
}
