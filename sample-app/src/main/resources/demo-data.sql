-- People of the demonstration only. Their passwords are on its index page.
insert into customer (username, email, password_hash, one_time_code_secret, role, scopes) values
  -- white-rabbit
  ('alice', 'alice@example.com', '$2a$10$QORXkY8uDVwYzW9v6LwTWeFCyJi5zyn3rXrwl8Qw3W5xUGESA8dli',
   'fb7c29b339ffb075399a0fb9828d0768f49897b5', 'customer', 'accounts:read transfers:write'),
  -- can-we-fix-it
  ('bob', 'bob@example.com', '$2a$10$8mxvFv.kjNaovJu.hlgDPO.zs8TzKWznCnrx6tk1SPJLX9s4BY2uS',
   'b3fb9b813af1a7104c6598ec1c3b8e7615a037fd', 'customer', 'accounts:read transfers:write'),
  -- three-french-hens: a child, who may look but not pay
  ('carol', 'carol@example.com', '$2a$10$/ePkhv5tVMRUZxfpZF7RdehF/MAjvFfJaLrCCJef6QLdBNHFv3uXC',
   'fd594592c3d8e0391ee9a130cbba5c55ecbc4f9c', 'customer', 'accounts:read'),
  -- open-the-pod-bay
  ('dave', 'dave@example.com', '$2a$10$ZusG6N9aAMWh3UYt43f30.LeGxFuL7Vw5sPaP69cwdUp.VvES2lfu',
   'd2316d6827913423bfa32c7222d1ed659846d7a4', 'customer', 'accounts:read transfers:write'),
  -- count-everything: works for the bank and is no customer
  ('erin', 'erin@example.com', '$2a$10$YK5YoxrmI9F5GrI0.zwC9OEOBUMnMfN8VgLJRqcoQ8..9kT8cGZUe',
   null, 'auditor', 'accounts:read'),
  -- mind-the-gap: works for the bank too
  ('frank', 'frank@example.com', '$2a$10$TWc7K7M/R0.TOFdO3piupurup4txS8C0Uk3Z/syeQArooyEoug6Ga',
   'f2e6cf984efb47fa5aafea66550a46d47f1d51d0', 'operator', 'accounts:read');

insert into account (id, owner, balance) values
  ('a11ce000-0000-4000-8000-000000000001', 'alice', 1000.00),
  ('b0b00000-0000-4000-8000-000000000001', 'bob', 250.00),
  ('ca401000-0000-4000-8000-000000000001', 'carol', 12.50),
  ('da7e0000-0000-4000-8000-000000000001', 'dave', 9000.00);

-- gw_p9s46jb46j5qk85f.LBRQeUO7-nt6bBmx7FDw_YJem1OFuS5Cqty5ozfdBag2f0a1i
insert into gatewright_api_key (id, hash, owner, scopes, roles, created_at) values
  ('p9s46jb46j5qk85f', 'zXzQoaPRkBKp2yKecVL2RoGkRnOejhV_I-IqNFFeFyI', 'other-bank',
   'settlements:read', '', timestamp with time zone '2026-01-01 00:00:00+00');
