-- How the last look into the mailbox that bounces come to ended, for whoever asks how things stand.
create table mailbox_polls (
  mailbox varchar(1000) not null primary key,
  polled_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  problem varchar(400)
);

-- Those who left are among the suppressions; when they did was not written down until now.
insert into suppressions (address_key, address, origin, reason, created_at)
select address_key, address, 'UNSUBSCRIBE', 'unsubscribed', current_timestamp
from subscribers s
where s.status = 'UNSUBSCRIBED'
  and not exists (select 1 from suppressions x where x.address_key = s.address_key);
