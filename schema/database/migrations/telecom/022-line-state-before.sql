-- In which state a line was before an order took it out of service: it comes back to that one once nothing stops it any
-- more. Null: not known, and then it was in service.
alter table telecom.line_order add column status_before text
  check (status_before in ('PENDING', 'ACTIVE', 'DORMANT', 'REVERIFY_REQUIRED', 'SUSPENDED', 'CLOSED'));
