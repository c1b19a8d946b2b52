-- With the id, so that those who are due at the same minute come in order without being sorted for each thousand of them.
create index subscribers_in_order_of_due on subscribers (status, next_due, id);
drop index subscribers_by_due;
