-- Why an address must not be mailed, in a word that programs know and in words for people.
alter table suppressions add column address varchar(320);
alter table suppressions add column origin varchar(16) default 'OPERATOR' not null;
update suppressions set address = address_key;
alter table suppressions alter column address set not null;
alter table suppressions alter column reason set data type varchar(400);

-- The days on which an address could not be reached, for a reason that may pass.
create table soft_bounces (
  address_key varchar(320) not null,
  bounced_on date not null,
  primary key (address_key, bounced_on)
);

-- Messages that were processed, so that the same one changes nothing a second time.
create table returned_messages (
  fingerprint varchar(64) not null primary key,
  processed_at timestamp with time zone not null
);
create index returned_messages_by_time on returned_messages (processed_at);

-- A report names the mail that it is about by its Message-ID.
create index deliveries_by_message_id on deliveries (message_id);
