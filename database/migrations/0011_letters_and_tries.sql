-- The operator sees what became of letters: by whom they were to, and which of them have not left.
create index letters_recipient on letters (recipient, id desc);
create index letters_unsent on letters (id desc) where sent_at is null;
create index letters_sent on letters (sent_at) where sent_at is not null;

-- Tries at signing in, and letters to one address, are counted over all processes together: one who tries often waits, whichever
-- process answers. Whose tries they are is kept as a keyed hash; the row is of no use once the moment has passed.
create table counted_tries (
  kind text not null,
  caller_hash bytea not null,
  spent_until timestamptz not null,
  constraint counted_tries_once primary key (kind, caller_hash)
);
create index counted_tries_age on counted_tries (spent_until);
