-- Every id that a source ever gave to a work, and the paper that this work is.
create table paper_ids (
  id varchar(255) not null primary key,
  paper_id varchar(255) not null
);
-- Before the reference, so that H2 takes it for that and makes no second one.
create index paper_ids_by_paper on paper_ids (paper_id);
alter table paper_ids add constraint paper_ids_of_papers foreign key (paper_id) references papers (id);
insert into paper_ids (id, paper_id) select id, id from papers;

-- Every title that a work ever had: what finds a work again when the ids do not.
create table paper_titles (
  title_key varchar(32) not null,         -- of the title and the first author's family name
  shown_on date not null,                 -- when it was published, else announced
  id varchar(255) not null,               -- one of paper_ids, from which none is ever deleted
  primary key (title_key, shown_on, id)
);

-- Which source each part of a paper is from and when it was seen there, so that the order in which
-- sightings come does not matter.
alter table papers add column origins text default '' not null;
alter table papers add column upvotes_at timestamp with time zone;
alter table papers add column comments_at timestamp with time zone;
alter table papers add column stars_at timestamp with time zone;
update papers set
  upvotes_at = (select max(observed_at) from signals where paper_id = papers.id and kind = 'UPVOTES'),
  comments_at = (select max(observed_at) from signals where paper_id = papers.id and kind = 'COMMENTS'),
  stars_at = (select max(observed_at) from signals where paper_id = papers.id and kind = 'STARS');

-- The ledger names papers by the id they had when they were chosen. The table is made anew because
-- the old reference has a different name in each database.
create table edition_papers_by_id (
  delivery_id bigint not null references deliveries (id) on delete cascade,
  position integer not null,
  subscriber_id bigint not null references subscribers (id) on delete cascade,
  paper_id varchar(255) not null references paper_ids (id),
  reason text not null,                   -- JSON
  primary key (delivery_id, position),
  unique (subscriber_id, paper_id)
);
insert into edition_papers_by_id (delivery_id, position, subscriber_id, paper_id, reason)
  select delivery_id, position, subscriber_id, paper_id, reason from edition_papers;
drop table edition_papers;
alter table edition_papers_by_id rename to edition_papers;
