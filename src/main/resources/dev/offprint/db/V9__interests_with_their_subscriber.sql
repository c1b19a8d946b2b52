-- The interests stand with their subscriber: they are always read and written as a whole, and a planning of a million
-- subscribers reads a million rows instead of six.
alter table subscribers add column interests varchar(60000) default '' not null; -- one a line
update subscribers set interests = coalesce(
  (select string_agg(line, U&'\000A' order by position) from interests where subscriber_id = subscribers.id), '');
drop table interests;
