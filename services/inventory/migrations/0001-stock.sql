-- One row for each SKU; available = on_hand - reserved. Each movement moves the version by one.
create table stock (
  sku text primary key,
  on_hand int not null,
  reserved int not null,
  version int not null check (version > 0),
  check (reserved between 0 and on_hand)
) with (fillfactor = 50);

-- The fence of try, confirm and cancel: one row for each order and round, for grants, refusals and empty cancels
-- alike. Round 0 stands for the order as a whole: its goods come back, whatever else is still said of it.
create table reservation_rounds (
  order_id bigint not null,
  round int not null,
  outcome text not null check (outcome in ('granted', 'refused', 'released-before-try', 'released', 'expired',
    'confirmed', 'confirm-refused', 'returned', 'refunded')),
  version int not null,
  shortages text,
  primary key (order_id, round),
  check ((round = 0) = (outcome = 'refunded'))
) with (fillfactor = 80);

-- What is held or sold for an order: one row for each SKU of a round, which leaves HELD exactly once. No index but
-- the key: each confirm would have to write it too, and nothing on the way of an order asks by anything else.
create table reservations (
  order_id bigint not null,
  round int not null,
  sku text not null,
  quantity int not null check (quantity > 0),
  status text not null check (status in ('HELD', 'CONFIRMED', 'RELEASED', 'EXPIRED')),
  expires_at timestamptz not null,
  primary key (order_id, round, sku)
) with (fillfactor = 80);

-- Goods of refunded orders that are back on the shelf; their reservations stay CONFIRMED.
create table returns (
  order_id bigint not null,
  round int not null,
  sku text not null,
  quantity int not null check (quantity > 0),
  at timestamptz not null default now(),
  primary key (order_id, round, sku)
);

-- Every change of a stock row, in the order of its versions.
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

-- What a key of an operator's command was answered; claimed in the transaction that carries the command out.
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
  who uuid not null,
  what text not null,
  subject text not null,
  from_value text not null,
  to_value text not null,
  reason text not null,
  at timestamptz not null default now()
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = '23001';
end $$;
create trigger movements_immutable before update or delete or truncate on stock_movements
  for each statement execute function refuse_change();
create trigger audit_immutable before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();
