-- The ledger: journals of balanced entries. Nothing is ever changed or removed; a mistake is reversed.
create table journals (
  id uuid primary key,
  kind text not null,
  source_event_id uuid not null,
  order_id bigint,
  currency char(3) not null,
  posted_at timestamptz not null default now(),
  unique (source_event_id, kind)
);
create index journals_order on journals (order_id) where order_id is not null;
create unique index journals_one_sale on journals (order_id) where kind = 'sale';
create unique index journals_one_reversal on journals (order_id) where kind = 'sale-reversal';

-- Debits are positive, credits negative, in minor units.
create table entries (
  journal_id uuid not null,
  position smallint not null,
  account text not null,
  amount bigint not null check (amount <> 0),
  primary key (journal_id, position)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: % of % refused', tg_op, tg_table_name using errcode = '23001';
end $$;
create trigger journals_immutable before update or delete or truncate on journals
  for each statement execute function refuse_change();
create trigger entries_immutable before update or delete or truncate on entries
  for each statement execute function refuse_change();

-- One check for all entries of a statement: each belongs to a journal, and each journal sums to zero. (A foreign key
-- would ask once for each row; journals are never removed.)
create function refuse_unbalanced() returns trigger language plpgsql as $$
declare
  wrong uuid;
begin
  select journal_id into wrong from added a where not exists (select from journals j where j.id = a.journal_id) limit 1;
  if found then
    raise exception 'there is no journal %', wrong using errcode = '23503';
  end if;
  select journal_id into wrong from added group by journal_id having sum(amount) <> 0 limit 1;
  if found then
    raise exception 'journal % does not balance', wrong using errcode = '23514';
  end if;
  return null;
end $$;
create trigger entries_balanced after insert on entries
  referencing new table as added for each statement execute function refuse_unbalanced();
