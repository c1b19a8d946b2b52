-- H2 writes the file for each portion of numbers that it hands out: for every 32 rows, which took a quarter of the time of
-- writing a morning down. PostgreSQL hands portions to connections, which would put rows out of order, and needs none.
alter table deliveries alter column id set cache ${numbers_at_once};
