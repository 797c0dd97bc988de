-- Each effect leaves a row; nothing but the inbox keeps an effect from leaving two.
create table greetings (name text not null, event_id uuid not null);
