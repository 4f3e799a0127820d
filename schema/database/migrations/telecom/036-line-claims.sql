-- All that carriers have said of a line, and what was done to it by orders, verifications and notices, each once, by when it
-- was seen: what the line is follows from these alone, in whatever order they came. A line of which one report has come has
-- no row here: its own row says the same. `state` holds no number and no name.
create table telecom.line_claim (
  line_id text not null,
  mark text not null,
  origin text not null check (origin in ('REPORT', 'FIRST', 'ACT')),
  state jsonb not null,
  primary key (line_id, mark)
);
-- These were kept so that late reports could be told from others; they follow from the claims.
alter table telecom.line drop column begun_after;
alter table telecom.line drop column notice_mark;
alter table telecom.line drop column nobody_seen_at;
alter table telecom.line drop column nobody_since;
alter table telecom.line drop column named_at;
