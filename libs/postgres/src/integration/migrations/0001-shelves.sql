create table shelves (
  name text primary key,
  version int not null,
  count int not null constraint shelves_count_check check (count >= 0)
);
