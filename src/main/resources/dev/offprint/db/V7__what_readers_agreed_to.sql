-- What a subscriber whom the operator added agreed to and when, in the operator's words; null where nothing was said.
alter table subscribers add column consent varchar(1000);
