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

-- The processes that send, where several share the database. One holds what it has claimed as long as its lease lasts, by the
-- database's own clock; an ended lease is never renewed.
create table nodes (
  name varchar(100) not null primary key, -- another one at each start
  host varchar(255) not null,
  version varchar(64) not null,
  since timestamp with time zone not null,
  lease_until timestamp with time zone not null
);

-- Keys that all nodes have in common.
create table shared_keys (
  purpose varchar(32) not null primary key,
  secret ${bytes} not null
);
