-- Evidence comes in parts and out of order: of each kind the one that was seen last stands. A mark is the moment at which
-- it was seen, written so that it sorts; without one it was seen together with the line.
alter table telecom.line add column method_mark text;
alter table telecom.line add column check_mark text;
alter table telecom.line add column photo_mark text;
