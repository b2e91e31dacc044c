-- API keys. For H2 and PostgreSQL.
create table gatewright_api_key (
  id varchar(64) primary key,
  -- HMAC-SHA-256 of the key under the pepper, never the key itself.
  hash varchar(43) not null,
  owner varchar(255) not null,
  -- Separated by spaces.
  scopes varchar(4000) not null,
  roles varchar(4000) not null,
  created_at timestamp(3) with time zone,
  expires_at timestamp(3) with time zone,
  revoked_at timestamp(3) with time zone,
  last_used_at timestamp(3) with time zone
);

create index gatewright_api_key_owner on gatewright_api_key (owner);
