-- Signing in by a link in an e-mail, a passkey or OpenID Connect; the tables are better-auth's, with our names.
create table logins (
  id uuid primary key,
  name text not null,
  email text not null constraint logins_email unique,
  email_verified boolean not null default false,
  image text,
  person_id uuid not null constraint logins_person unique constraint logins_person_row references people on delete cascade,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table sessions (
  id uuid primary key,
  login_id uuid not null constraint sessions_login references logins on delete cascade,
  token text not null constraint sessions_token unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_login on sessions (login_id);

create table login_providers (
  id uuid primary key,
  login_id uuid not null constraint login_providers_login references logins on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint login_providers_account unique (provider_id, account_id)
);
create index login_providers_login on login_providers (login_id);

create table login_verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index login_verifications_identifier on login_verifications (identifier);

create table passkeys (
  id uuid primary key,
  name text,
  public_key text not null,
  login_id uuid not null constraint passkeys_login references logins on delete cascade,
  credential_id text not null constraint passkeys_credential unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index passkeys_login on passkeys (login_id);
