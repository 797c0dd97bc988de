-- What an operator may do about a dead letter: see it among those that failed alike, edit it, replay it.
alter table dead_letters
  -- To the millisecond, as cursors say it.
  alter column at type timestamptz(3),
  add column state text not null default 'open' check (state in ('open', 'quarantined', 'replayed')),
  -- Those that lie here already are a group each until they are replayed.
  add column group_id uuid not null default gen_random_uuid(),
  -- Replays that failed.
  add column replays int not null default 0,
  add column revision int not null default 1,
  -- The edit or the replay that changed it last.
  add column changed_by uuid,
  add column changed_at timestamptz(3);
alter table dead_letters alter column group_id drop default;
create index dead_letters_at on dead_letters (at, id);
create index dead_letters_group on dead_letters (group_id, at);
