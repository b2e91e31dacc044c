-- People of the demonstration only: customers of the sample bank, with the same passwords and phones.
insert into customer (username, password_hash, one_time_code_secret) values
  -- white-rabbit
  ('alice', '$2a$10$QORXkY8uDVwYzW9v6LwTWeFCyJi5zyn3rXrwl8Qw3W5xUGESA8dli',
   'fb7c29b339ffb075399a0fb9828d0768f49897b5'),
  -- can-we-fix-it
  ('bob', '$2a$10$8mxvFv.kjNaovJu.hlgDPO.zs8TzKWznCnrx6tk1SPJLX9s4BY2uS',
   'b3fb9b813af1a7104c6598ec1c3b8e7615a037fd');
