-- One row for each try to be paid, written before the bank is called.
create table attempts (
  id uuid primary key,
  order_id bigint not null,
  state text not null,
  amount bigint not null check (amount >= 0),
  currency char(3) not null,
  -- Forgotten as soon as the bank has decided.
  token text,
  wants_void boolean not null default false,
  taken bigint,
  taken_currency char(3),
  refunded bigint not null default 0,
  bank_reference text,
  queries int not null default 0,
  next_query_at timestamptz,
  correlation_id text not null,
  version int not null,
  opened_at timestamptz not null default now(),
  check (refunded <= coalesce(taken, 0))
) with (fillfactor = 70);

-- At most one attempt an order that the bank has not decided; also what the sweeper walks.
create unique index attempts_open on attempts (order_id) where state in ('initiated', 'pending', 'unknown');
create index attempts_order on attempts (order_id);

-- Money that goes back; repeated at the bank under its own id until it is done.
create table refunds (
  id uuid primary key,
  attempt_id uuid not null references attempts (id),
  order_id bigint not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  reason text not null,
  of_mismatch boolean not null,
  state text not null check (state in ('asked', 'done')),
  bank_reference text,
  tries int not null default 0,
  next_try_at timestamptz,
  correlation_id text not null,
  at timestamptz not null default now()
);
create index refunds_open on refunds (id) where state = 'asked';
create index refunds_order on refunds (order_id);

-- Callbacks that were taken, so that one sent again changes nothing; kept longer than the bank repeats.
create table webhooks (
  id text primary key,
  at timestamptz not null default now()
);
create index webhooks_at on webhooks using brin (at);
