-- What a mail tells beside its papers. Null of editions that were planned before.
alter table editions add column considered integer;      -- from how many papers it was chosen
alter table editions add column interests varchar(100000); -- its reader's, one a line, each behind the day it last brought a paper
