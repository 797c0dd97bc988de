-- One row for each try to be paid, written before the bank is called.
create table attempts (
  id uuid primary key,
  order_id bigint not null,
  state text not null
    check (state in ('initiated', 'unknown', 'pending', 'captured', 'declined', 'voided', 'amount-mismatch')),
  -- 0 only for an attempt that was closed before it was opened.
  amount bigint not null check (amount >= 0),
  currency char(3) not null,
  -- Forgotten as soon as the bank has decided.
  token text,
  wants_void boolean not null default false,
  taken bigint,
  taken_currency char(3),
  refunded bigint not null default 0,
  bank_reference text,
  -- Since when the bank did not answer, if that was ever said.
  in_doubt_at timestamptz,
  -- How often the bank was asked what became of it.
  queries int not null default 0,
  -- When it is asked again, should nothing be heard until then.
  next_query_at timestamptz,
  correlation_id text not null,
  -- Counts published changes, without gaps; the revision counts all.
  version int not null,
  revision int not null default 1,
  opened_at timestamptz not null default now(),
  check (refunded <= coalesce(taken, 0)),
  check ((state in ('captured', 'amount-mismatch')) = (taken is not null)),
  check ((state in ('initiated', 'unknown', 'pending')) = (next_query_at is not null)),
  check (token is null or next_query_at is not null)
) with (fillfactor = 70);

-- At most one attempt an order that did not end without money.
create unique index attempts_one on attempts (order_id)
  where state not in ('declined', 'voided', 'amount-mismatch');
create index attempts_due on attempts (next_query_at) where next_query_at is not null;
create index attempts_order on attempts (order_id, id);

-- Money that goes back; repeated at the bank under its own id until it is done.
create table refunds (
  id uuid primary key,
  -- The order in which they were asked for.
  seq bigint generated always as identity unique,
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
  at timestamptz not null default now(),
  check ((state = 'asked') = (next_try_at is not null)),
  check ((state = 'done') = (bank_reference is not null))
);
create index refunds_due on refunds (next_try_at) where next_try_at is not null;
create index refunds_order on refunds (order_id);

-- Callbacks that were taken, so that one sent again changes nothing; kept longer than the bank repeats.
create table webhooks (
  id text primary key,
  at timestamptz not null default now()
);
create index webhooks_at on webhooks using brin (at);
