-- The bank's book. Amounts are minor units; the merchant's reference names a charge.

-- Raises when a guarded statement changed another number of rows than it should, so that COMMIT may travel with it.
create function must_change(changed bigint, wanted bigint) returns int language plpgsql as $$
begin
  if changed <> wanted then
    raise exception 'revision moved: % of % rows', changed, wanted using errcode = '40001';
  end if;
  return 1;
end $$;

-- What stands for a card. Used by one charge, then worthless.
create table tokens (
  token text primary key,
  behaviour text not null,
  used_by uuid,
  expires_at timestamptz not null default now() + interval '1 hour'
);

-- A voided row without an amount is a void that came before its charge, which is refused when it comes.
create table charges (
  reference uuid primary key,
  bank_reference text not null,
  state text not null check (state in ('pending', 'captured', 'declined', 'voided')),
  amount bigint check (amount > 0),
  currency char(3),
  taken bigint check (taken > 0),
  taken_currency char(3),
  fee bigint not null default 0 check (fee >= 0),
  refunded bigint not null default 0 check (refunded >= 0),
  reason text,
  behaviour text not null,
  -- Of the request's body: the same reference with another body is another request.
  digest text,
  due_at timestamptz,
  captured_at timestamptz,
  revision int not null default 1,
  check ((state = 'captured') = (taken is not null)),
  check (amount is not null or state = 'voided'),
  check (refunded <= coalesce(taken, 0))
) with (fillfactor = 80);
create index charges_due on charges (due_at) where due_at is not null;
create index charges_captured_at on charges using brin (captured_at);

create table refunds (
  refund_id uuid primary key,
  reference uuid not null references charges (reference),
  bank_reference text not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  digest text not null,
  at timestamptz not null default now()
);
create index refunds_at on refunds using brin (at);

-- Callbacks that the merchant has not yet taken.
create table callbacks (
  id uuid primary key,
  body text not null,
  copies int not null,
  tries int not null default 0,
  next_at timestamptz not null
);
create index callbacks_next on callbacks (next_at);
