-- One row, locked by whoever records papers: the daemon and the command line take turns.
create table paper_intake (
  id integer not null primary key
);
insert into paper_intake (id) values (1);
