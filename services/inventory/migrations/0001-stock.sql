-- One row for each SKU; every change moves its version by one.
create table stock (
  sku text primary key,
  on_hand int not null,
  reserved int not null,
  version int not null,
  supplied int not null default 0,
  adjusted int not null default 0,
  check (reserved between 0 and on_hand)
) with (fillfactor = 50);

-- What is held or sold for an order: one row for each SKU of a round, which leaves HELD exactly once.
create table reservations (
  order_id bigint not null,
  round int not null,
  sku text not null,
  quantity int not null check (quantity > 0),
  status text not null check (status in ('HELD', 'CONFIRMED', 'RELEASED', 'EXPIRED')),
  expires_at timestamptz not null,
  primary key (order_id, round, sku)
) with (fillfactor = 80);

-- The fence: one row for each order and round, for grants, refusals and empty cancels alike.
create table reservation_rounds (
  order_id bigint not null,
  round int not null,
  outcome text not null,
  version int not null,
  shortages text,
  primary key (order_id, round)
) with (fillfactor = 80);

-- Goods of refunded orders that are back on the shelf; one row an order, also when it came before the sale.
create table returns (
  order_id bigint primary key,
  lines text not null,
  at timestamptz not null default now()
);

-- Every change of a stock row, in the order of its versions. Append-only.
create table stock_movements (
  sku text not null,
  version int not null,
  kind text not null,
  on_hand_delta int not null,
  reserved_delta int not null,
  order_id bigint,
  reason text,
  at timestamptz not null default now(),
  primary key (sku, version)
);

create table idempotency_keys (
  caller uuid not null,
  operation text not null,
  key text not null,
  body_hash text not null,
  result text not null,
  at timestamptz not null default now(),
  primary key (caller, operation, key)
);

-- Who changed what by hand, from which value to which.
create table audit_entries (
  id uuid primary key,
  operator uuid not null,
  action text not null,
  subject text not null,
  before text not null,
  after text not null,
  reason text not null,
  at timestamptz not null default now()
);
