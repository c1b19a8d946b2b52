-- The day on which a paused subscriber is active again; null for everybody else, so that few are looked through.
alter table subscribers add column paused_until date;
create index subscribers_by_end_of_pause on subscribers (paused_until);
