-- Names differ in more than their case, or they are the same.
create table customer (
  username varchar_ignorecase(32) primary key,
  password_hash varchar(80),
  -- A real server encrypts these.
  one_time_code_secret varchar(64),
  last_one_time_code_step bigint not null default 0
);
