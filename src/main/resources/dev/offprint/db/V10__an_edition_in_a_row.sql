-- The papers of an edition, with the reason for each, in one row: ten rows with their indexes took most of the time of
-- planning a day. That no paper is sent to a subscriber twice is looked up while holding the turn.
create table editions (
  delivery_id bigint not null primary key references deliveries (id) on delete cascade,
  papers varchar(100000) not null,        -- ids they had when they were chosen, one a line, in order
  reasons varchar(1000000) not null       -- a JSON array, in the same order
);
insert into editions (delivery_id, papers, reasons)
  select delivery_id,
    string_agg(paper_id, U&'\000A' order by position),
    '[' || string_agg(cast(reason as varchar(100000)), ',' order by position) || ']'
  from edition_papers group by delivery_id;
drop table edition_papers;

-- One row, locked by whoever writes editions down: the daemon and the command line take turns.
create table planning_turn (
  id integer not null primary key
);
insert into planning_turn (id) values (1);
