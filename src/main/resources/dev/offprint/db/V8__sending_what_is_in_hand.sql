-- How often anything changed that decides whether and how somebody is mailed: one row, written last in each such transaction. The
-- same number again means that what was read of subscribers still holds.
create table recipient_changes (
  id integer not null primary key,
  changes bigint not null
);
insert into recipient_changes (id, changes) values (1, 0);

-- A Message-ID names its subscriber by now, whose few rows are looked through. Random as it is, its index cost as much as the rest
-- of a row: each of thousands that are written at once changed another page.
drop index deliveries_by_message_id;
