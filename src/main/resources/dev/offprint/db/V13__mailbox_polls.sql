-- How the last look into the mailbox that bounces come to ended, for whoever asks how things stand.
create table mailbox_polls (
  mailbox varchar(1000) not null primary key,
  polled_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  problem varchar(400)
);
