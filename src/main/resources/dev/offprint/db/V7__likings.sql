-- What a subscriber said of a paper: more like it, or less like it. The paper is named by the id that
-- it had at the time; what it is called by now stands in paper_ids.
create table likings (
  subscriber_id bigint not null references subscribers (id) on delete cascade,
  paper_id varchar(255) not null references paper_ids (id),
  wish varchar(4) not null,               -- MORE or LESS
  said_at timestamp with time zone not null,
  primary key (subscriber_id, paper_id)
);
