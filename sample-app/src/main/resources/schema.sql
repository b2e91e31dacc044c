-- Names differ in more than their case, or they are the same.
create table customer (
  username varchar_ignorecase(32) primary key,
  email varchar(254) not null,
  password_hash varchar(80),
  -- A real bank encrypts these.
  one_time_code_secret varchar(64),
  last_one_time_code_step bigint not null default 0,
  role varchar(32) not null,
  scopes varchar(200) not null
);

create table account (
  id uuid primary key,
  -- A subject is somebody with its issuer only: this one is the bank's log-in.
  owner_issuer varchar(200) not null default 'https://bank.example',
  owner varchar_ignorecase(32) not null references customer (username),
  balance decimal(12, 2) not null check (balance >= 0)
);

create table transfer (
  id uuid primary key,
  from_account uuid not null references account (id),
  to_account uuid not null references account (id),
  amount decimal(12, 2) not null check (amount > 0),
  reference varchar(140),
  booked_at timestamp(3) with time zone not null
);
