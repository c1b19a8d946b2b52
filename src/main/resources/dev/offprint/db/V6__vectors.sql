-- What texts mean, worked out once for each text.
create table vectors (
  text_key varchar(32) not null primary key, -- a digest of the text, of what it is for and of the model
  vector ${bytes} not null                    -- a scale of four bytes, then a byte for each dimension
);
