-- A line that somebody has registered for stands under them alone: from when to when nobody was is kept here, so that
-- the real-name rate of a day that has passed stays what it was. Both by the carrier that it stood with then.
create table telecom.unregistered_period (
  line_id text not null,
  carrier text not null,
  opened_on date not null,
  ended_on date not null,
  primary key (line_id, opened_on)
);
create index unregistered_period_day on telecom.unregistered_period (ended_on, opened_on);
