-- A number that is carried to another carrier keeps its holder: since when they have held it, where that is earlier than
-- its registration with the carrier of now.
alter table telecom.line add column held_since date;
