-- The operator sees what became of letters: by whom they were to, and which of them have not left.
create index letters_recipient on letters (recipient, id desc);
create index letters_unsent on letters (id desc) where sent_at is null;
create index letters_sent on letters (sent_at) where sent_at is not null;
