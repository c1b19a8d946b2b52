-- What an installation of version 1 of the tables holds, a row or two of each table.
insert into papers (id, title, abstract, authors, categories, page_url, announced, announcements, earliest, upvotes, comments, stars, upvotes_at, first_seen, origins, revision)
  values ('2405.00001', 'Routing of experts', 'We route them.', 'Ada Lovelace', 'cs.LG', 'https://arxiv.org/abs/2405.00001', '2024-05-27', '0:STATED:2024-05-27', '2024-05-27', 7, 0, 0, '2024-05-27 12:00:00+00', '2024-05-27 06:00:00+00', '', 1716789600000);
insert into paper_ids (id, paper_id) values ('2405.00001', '2405.00001'), ('10.1000/1', '2405.00001');
insert into paper_titles (title_key, shown_on, id) values ('0123456789abcdef0123456789abcdef', '2024-05-27', '2405.00001');
insert into signals (paper_id, source, kind, observed_at, observed_value)
  values ('2405.00001', 'huggingface', 'UPVOTES', '2024-05-27 12:00:00+00', 7);
update paper_intake set revision = 1716789600000;
insert into harvests (source, asked_for, asked_at, ending, papers, added, updated, unchanged, set_aside)
  values ('huggingface', '2024-05-27', '2024-05-27 06:00:00+00', 'HARVESTED', 1, 1, 0, 0, 0);
insert into subscribers (address, address_key, status, content, interests, interests_at, maximum, at_time, zone, days, format, created_at, next_due, paused_until)
  values ('Ada@lab.example', 'ada@lab.example', 'ACTIVE', 'BOTH', U&'experts ~broad\000Agalaxies', '2024-05-26 06:00:00+00', 10, '07:00:00', 'UTC', 'MON,FRI', 'HTML', '2024-05-26 06:00:00+00', '2024-05-31 07:00:00+00', null),
         ('bob@lab.example', 'bob@lab.example', 'UNSUBSCRIBED', 'TRENDING', '', '2024-05-26 06:00:00+00', 5, '07:00:00', 'Europe/Berlin', 'MON', 'TEXT', '2024-05-26 06:00:00+00', '2024-05-31 07:00:00+00', null),
         ('eve@lab.example', 'eve@lab.example', 'PAUSED', 'MATCHING', 'locks', '2024-05-26 06:00:00+00', 5, '07:00:00', 'UTC', 'MON', 'HTML', '2024-05-26 06:00:00+00', '2024-05-31 07:00:00+00', '2024-06-10');
insert into subscribers (address, address_key, status, content, interests, interests_at, maximum, at_time, zone, days, format, created_at, next_due, moved_at)
  values ('new@lab.example', 'new@lab.example', 'PENDING', 'MATCHING', 'locks', '2024-05-26 06:00:00+00', 5, '07:00:00', 'UTC', 'MON', 'HTML', '2024-05-28 06:00:00+00', '2024-05-31 07:00:00+00', null);
insert into address_changes (subscriber_id, former_id)
  select n.id, f.id from subscribers n, subscribers f where n.address_key = 'new@lab.example' and f.address_key = 'eve@lab.example';
insert into requests (subscriber_id, content, interests, maximum, at_time, zone, days, format, asked_at)
  select id, 'MATCHING', 'quasars ~strict', 3, '08:00:00', 'UTC', 'TUE', 'TEXT', '2024-05-28 06:30:00+00' from subscribers where address_key = 'bob@lab.example';
insert into feedback (subscriber_id, paper_id, judgment, said_at)
  select id, '10.1000/1', 'MORE', '2024-05-27 08:00:00+00' from subscribers where address_key = 'ada@lab.example';
insert into suppressions (address_key, address, origin, reason, created_at)
  values ('bob@lab.example', 'bob@lab.example', 'UNSUBSCRIBE', 'unsubscribed', '2024-05-28 06:00:00+00');
insert into soft_bounces (address_key, bounced_on) values ('eve@lab.example', '2024-05-27');
insert into returned_messages (fingerprint, processed_at) values ('f', '2024-05-28 06:00:00+00');
insert into mailbox_polls (mailbox, polled_at, answered_at) values ('bounces@lab.example', '2024-05-28 06:00:00+00', '2024-05-28 06:00:00+00');
insert into deliveries (subscriber_id, kind, edition_day, status, reason, message_id, planned_at, attempts, settled_at)
  select id, 'EDITION', date '2024-05-27', 'SENT', '250 ok', 'm1@lab.example', '2024-05-27 07:00:00+00', 1, '2024-05-27 07:00:01+00' from subscribers where address_key = 'ada@lab.example';
insert into deliveries (subscriber_id, kind, status, message_id, planned_at, next_attempt_at, attempts)
  select id, 'LINK', 'PLANNED', 'm2@lab.example', '2024-05-28 07:00:00+00', '2024-05-28 07:00:00+00', 0 from subscribers where address_key = 'ada@lab.example';
insert into editions (delivery_id, papers, reasons)
  select id, '10.1000/1', '[{"kind":"matched","interest":"experts ~broad","words":["experts"]}]' from deliveries where message_id = 'm1@lab.example';
update ledger_start set first_day = '2024-05-20';
