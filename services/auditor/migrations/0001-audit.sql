-- One run of the deep audit, and how far it is.
create table runs (
  id uuid primary key,
  state text not null check (state in ('running', 'done', 'failed')),
  orders int not null default 0,
  found int not null default 0,
  repairs boolean not null,
  -- Of those who asked for it, each with its caller.
  keys text[] not null default '{}',
  started_at timestamptz not null default now(),
  -- The last sign of life of who carries it out.
  at timestamptz not null default now()
);
create unique index runs_one on runs (state) where state = 'running';

-- The bank's daily settlement file, as it was last read.
create table settlement_lines (
  date date not null,
  line int not null,
  kind text not null check (kind in ('capture', 'refund')),
  reference uuid not null,
  -- Null for money that no attempt of ours asked for.
  order_id bigint,
  amount bigint not null,
  currency char(3) not null,
  at timestamptz not null,
  primary key (date, line)
);
create index settlement_lines_order on settlement_lines (order_id);

-- What two owners say differently. One row for a class and subject, however often it is seen.
create table findings (
  id uuid primary key,
  class text not null,
  subject text not null,
  order_id bigint,
  -- Money that is at stake, if that can be said.
  amount bigint,
  currency char(3),
  evidence text not null,
  state text not null check (state in ('open', 'repaired', 'dismissed')),
  -- How often it was found after it had been repaired.
  relapses int not null default 0,
  found_at timestamptz not null default now(),
  settled_at timestamptz,
  unique (class, subject)
);

-- Who changed what, from which value to which.
create table audit_entries (
  id uuid primary key,
  finding_id uuid not null,
  -- An operator; null when the auditor did it by itself.
  who uuid,
  what text not null,
  subject text not null,
  from_value text not null,
  to_value text not null,
  at timestamptz not null default now()
);
create index audit_entries_finding on audit_entries (finding_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = '23001';
end $$;
create trigger audit_immutable before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();
