-- When interests were written last, so that what new ones mean can be worked out before they are planned for.
alter table subscribers add column interests_at timestamp with time zone default current_timestamp not null;
create index subscribers_by_interests_at on subscribers (interests_at);
