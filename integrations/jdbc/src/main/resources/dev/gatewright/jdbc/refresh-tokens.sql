-- Refresh tokens. For H2 and PostgreSQL.
create table gatewright_refresh_family (
  id varchar(43) primary key,
  subject varchar(255) not null,
  client_id varchar(255) not null,
  -- Separated by spaces.
  scopes varchar(4000) not null,
  authentication_methods varchar(1000) not null,
  authenticated_at timestamp(3) with time zone,
  certificate_thumbprint varchar(43),
  key_thumbprint varchar(43),
  ends_at timestamp(3) with time zone not null,
  revoked_at timestamp(3) with time zone
);

create index gatewright_refresh_family_subject on gatewright_refresh_family (subject);
create index gatewright_refresh_family_end on gatewright_refresh_family (ends_at);

create table gatewright_refresh_token (
  -- SHA-256 of the token, never the token itself.
  hash varchar(43) primary key,
  family_id varchar(43) not null references gatewright_refresh_family (id) on delete cascade,
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone,
  -- The access token that was issued along with it, to be revoked with the family.
  access_token_id varchar(255) not null,
  access_token_expires_at timestamp(3) with time zone not null
);

create index gatewright_refresh_token_family on gatewright_refresh_token (family_id);
create index gatewright_refresh_token_access on gatewright_refresh_token (access_token_id);
