-- What every service with a Postgres database needs to take part in messaging.

-- Raises when a guarded statement changed another number of rows than it should, so that COMMIT may travel with it.
create function must_change(changed bigint, wanted bigint) returns int language plpgsql as $$
begin
  if changed <> wanted then
    raise exception 'version moved: % of % rows', changed, wanted using errcode = '40001';
  end if;
  return 1;
end $$;

-- One row for each message or command whose effect was committed; `outcome` is the answer to give again.
create table inbox (
  id uuid primary key,
  type text,
  outcome text,
  at timestamptz not null default now()
);
create index inbox_at on inbox using brin (at);

-- One row for all messages of one type that one transaction produced. Never updated.
create table outbox (
  id uuid primary key,
  type text not null,
  payload text not null,
  events int not null,
  at timestamptz not null default now()
);
-- Asked every second for the newest rows, which a block range index would not know yet.
create index outbox_at on outbox (at);

-- Where the broker stored a row; narrow, since it is written for each row a moment later.
create table outbox_sent (
  id uuid primary key,
  stream text not null,
  stream_created timestamptz not null,
  seq bigint not null
);
create index outbox_sent_seq on outbox_sent (stream, seq);

-- How often an event failed by its own fault.
create table message_tries (
  id uuid primary key,
  tries int not null,
  error text not null,
  at timestamptz not null default now()
);

create table dead_letters (
  id uuid not null,
  durable text not null,
  type text not null,
  payload text not null,
  error text not null,
  tries int not null,
  at timestamptz not null default now(),
  primary key (id, durable)
);
