-- Who left and was forgotten: enough to answer, of an address that somebody gives, that it must not be mailed, why, and whether it ever was.
create table former_subscribers (
  address_hash varchar(64) not null primary key, -- HMAC-SHA256 of the address's key, in hexadecimal; its key is in the data folder
  origin varchar(16) not null,            -- as in suppressions
  left_at timestamp with time zone not null,
  mails integer not null,                 -- how many were sent to it; -1 where that was not counted
  last_mailed date
);

-- How many deliveries of each day ended how, of those whose subscribers were forgotten.
create table forgotten_deliveries (
  counted_day date not null,              -- the edition's, else the one on which it was planned
  status varchar(16) not null,            -- as in deliveries
  deliveries bigint not null,
  primary key (counted_day, status)
);
