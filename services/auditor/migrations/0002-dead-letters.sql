-- Replays of dead letters that operators asked for.
create table replay_jobs (
  id uuid primary key,
  -- Of who asked, with their key: the same key is the same replay.
  key text not null unique,
  who uuid not null,
  -- What it is for, in words: no two scopes have the same.
  subject text not null,
  group_id uuid,
  -- Of one letter, and the state that it was in.
  letter_id uuid,
  durable text,
  was_in text,
  state text not null default 'running' check (state in ('running', 'done')),
  started_at timestamptz not null default now(),
  ended_at timestamptz
);

-- How far each is at each service, as the service said last.
create table replay_parts (
  job_id uuid not null references replay_jobs (id),
  service text not null,
  done int not null default 0,
  failed int not null default 0,
  quarantined int not null default 0,
  -- Null while the service has not said.
  remaining int,
  -- Why it does not go on.
  note text,
  primary key (job_id, service)
);

-- Edits of dead letters, each written down before its owner is asked, so that no edit is without its entry.
create table letter_edits (
  id uuid primary key,
  key text not null unique,
  who uuid not null,
  service text not null,
  letter_id uuid not null,
  durable text not null,
  revision int not null,
  was_in text not null,
  from_value text not null,
  to_value text not null,
  -- What the owner answered; null while it was not heard.
  answer text,
  at timestamptz not null default now()
);
create index letter_edits_asked on letter_edits (at) where answer is null;

-- What is done about dead letters belongs to no finding.
alter table audit_entries alter column finding_id drop not null;
