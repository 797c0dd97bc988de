-- Customers and operators. Guests have no row: they are an id in a session.
create table accounts (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  password_hash text not null,
  role text not null check (role in ('customer', 'operator')),
  locale text not null,
  currency char(3) not null,
  created_at timestamptz not null default now()
);

-- The cookie's value is never stored, only its SHA-256.
create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  customer_id uuid not null,
  account_id uuid references accounts (id),
  locale text not null,
  currency char(3) not null,
  expires_at timestamptz not null
);
create index sessions_expiry on sessions using brin (expires_at);
