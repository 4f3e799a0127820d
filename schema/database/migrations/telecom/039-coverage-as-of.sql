-- The moment that a declaration speaks of, also where it names more lines than have come and so answers nothing: an older
-- one never takes the place of a newer one. Null: a declaration of before, which fell short.
alter table telecom.coverage add column as_of timestamptz(3);
update telecom.coverage set as_of = complete_as_of;
