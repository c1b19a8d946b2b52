-- The language in which a subscriber is told things, by its tag (RFC 5646).
alter table subscribers add column language varchar(35) default 'en' not null;
alter table requests add column language varchar(35) default 'en' not null;
