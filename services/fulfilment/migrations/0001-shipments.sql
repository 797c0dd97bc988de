-- One parcel for each paid order, or the mark of a refund that came before the sale.
create table shipments (
  order_id bigint primary key,
  id uuid not null,
  customer_id uuid not null,
  state text not null check (state in
    ('created', 'ready', 'dispatched', 'delivered', 'cancelled', 'returning', 'returned')),
  lines text not null,
  carrier text,
  tracking_number text,
  version int not null,
  -- Confirmed stock may go to the carrier.
  stock_confirmed boolean not null default false,
  created_at timestamptz not null default now(),
  due_at timestamptz
) with (fillfactor = 70);
