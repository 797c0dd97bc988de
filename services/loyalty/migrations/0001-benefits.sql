-- A wallet of points. `frozen` is held for orders that are not settled.
create table accounts (
  customer_id uuid primary key,
  available int not null check (available >= 0),
  frozen int not null check (frozen >= 0),
  version int not null
);

-- Every change of a wallet; available = sum of points.
create table entries (
  id uuid primary key,
  customer_id uuid not null,
  kind text not null,
  points int not null,
  balance int not null,
  order_id bigint,
  at timestamptz not null default now()
);
create index entries_customer on entries (customer_id, id);

-- The fence of try, confirm and cancel: one row for each order and round, also for refusals and empty cancels.
create table holds (
  order_id bigint not null,
  round int not null,
  customer_id uuid not null,
  points int not null,
  coupon text,
  status text not null check (status in ('HELD', 'CONFIRMED', 'RELEASED', 'REFUSED')),
  why text,
  at timestamptz not null default now(),
  primary key (order_id, round)
);

-- What a paid order did to the wallet, and what its refund undid; also left by a refund that came first.
create table order_points (
  order_id bigint primary key,
  customer_id uuid not null,
  spent int not null,
  earned int not null,
  reversed boolean not null,
  returned int not null default 0,
  taken_back int not null default 0,
  shortfall int not null default 0
);

create table coupons (
  code text primary key,
  terms text not null,
  use_limit int,
  uses int not null default 0 check (uses >= 0),
  expires_at timestamptz,
  version int not null,
  check (use_limit is null or uses <= use_limit)
);

-- Once a customer: the index knows.
create table coupon_uses (
  order_id bigint not null,
  round int not null,
  code text not null references coupons (code),
  customer_id uuid not null,
  open boolean not null,
  primary key (order_id, round)
);
create unique index coupon_once on coupon_uses (code, customer_id) where open;
