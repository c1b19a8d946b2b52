-- The day from which on the ledger has every edition; of those before, some were forgotten. Null while none was.
create table ledger_start (
  id integer not null primary key,
  first_day date
);
insert into ledger_start (id, first_day) values (1, null);
