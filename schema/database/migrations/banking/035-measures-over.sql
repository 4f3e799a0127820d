-- What is over by itself is looked for each second: each of the two is the first of its index.
create index measure_ends_on on banking.measure (ends_on) where ended_at is null and ends_on is not null;
create index measure_ends_at on banking.measure (ends_at) where ended_at is null and ends_at is not null;
