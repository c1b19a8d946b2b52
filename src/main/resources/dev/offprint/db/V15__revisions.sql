-- When a paper last came to look different, as a number that only grows; the highest stands with the turn.
alter table paper_intake add column revision bigint default 0 not null;
alter table papers add column revision bigint default 0 not null;
create index papers_by_revision on papers (revision);

-- With what counting the papers of each day needs to know.
drop index papers_by_day;
create index papers_by_day on papers (announced, withdrawn);
