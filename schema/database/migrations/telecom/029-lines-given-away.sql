-- When an order was found to be on a line that is another's by now. It is over then: should the line come back to the one
-- it was ordered of, a measure that stands is ordered anew.
alter table telecom.line_order add column given_away_at timestamptz(3);
