-- Of a flag that was dismissed after it had been verified: since when it stood. A decision of a day between stands on it.
alter table telecom.flag add column stood_from timestamptz(3);
