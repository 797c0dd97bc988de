-- What was ordered: never changes, but for the owner when a guest signs in.
create table orders (
  id bigint primary key,
  customer_id uuid not null,
  facts text not null
);
create index orders_customer on orders (customer_id);

-- Where an order stands. Narrow, and without an index on anything that a step writes, so that updates stay on the page.
create table order_states (
  id bigint primary key,
  state text not null,
  version int not null,
  revision int not null,
  deadline_at timestamptz,
  progress text not null
) with (fillfactor = 60);

-- Every change that was published after the placing, by version: what its event said beyond the facts. Insert only.
create table published_changes (
  order_id bigint not null,
  version int not null,
  type text not null,
  at timestamptz not null,
  more text not null,
  primary key (order_id, version)
);

-- One row for each idempotency key; `result` is written by the transaction that decides the command, on the same page.
create table idempotency_keys (
  caller uuid not null,
  operation text not null,
  key text not null,
  body_hash text not null,
  order_id bigint,
  result text,
  at timestamptz not null default now(),
  primary key (caller, operation, key)
) with (fillfactor = 60);
create index idempotency_keys_at on idempotency_keys using brin (at);

-- The order service's own copy of what is for sale, and of coupons.
create table catalogue (
  sku text primary key,
  product_id uuid not null,
  version int not null,
  line text not null
);
create table coupons (
  code text primary key,
  version int not null,
  terms text not null
);

-- The latest millisecond in which each worker number gave out an order number.
create table snowflake_workers (
  worker_id int primary key,
  last_ms bigint not null
);
