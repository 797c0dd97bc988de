-- One row for each order that a parcel was spoken of: the parcel, or the mark of what was said before its sale.
create table shipments (
  order_id bigint primary key,
  id uuid not null,
  state text not null check (state in ('awaited', 'never', 'created', 'ready', 'dispatched', 'delivered', 'cancelled',
    'returning', 'returned')),
  customer_id uuid,
  lines text,
  carrier text,
  tracking_number text,
  -- What was said of it so far.
  version int not null,
  -- Counts every write; a write must find the revision that it was decided on.
  revision int not null,
  created_at timestamptz not null default now(),
  dispatched_at timestamptz,
  delivered_at timestamptz,
  -- When the carrier's next step is due, if it is the carrier's turn.
  due_at timestamptz,
  check ((state in ('awaited', 'never')) = (lines is null)),
  check ((due_at is not null) = (state in ('ready', 'dispatched', 'returning')))
) with (fillfactor = 70);

-- Only what is on its way; the carrier's round asks for nothing else.
create index shipments_due on shipments (due_at) where due_at is not null;
