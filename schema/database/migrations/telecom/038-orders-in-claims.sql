-- What an order did to a line says only that it was stopped or restored: what it was below that follows from its reports.
-- Claims of before keep what the line had become.
alter table telecom.line_claim add column by_order jsonb;
