-- Flags and orders stay with whoever held the line when they were raised: a recycled number comes clean.
create table telecom.flag (
  subject_id text not null,
  id text not null,
  line_id text not null,
  carrier text not null,
  kind text not null,
  status text not null check (status in ('REPORTED', 'VERIFIED', 'DISMISSED')),
  observed_from timestamptz(3) not null,
  observed_to timestamptz(3) not null,
  call_count integer,
  complaint_count integer,
  evidence text,
  reported_at timestamptz(3) not null,
  verified_by text,
  verified_at timestamptz(3),
  note text,
  primary key (subject_id, id)
);
create index flag_line on telecom.flag (subject_id, line_id);
create index flag_work_list on telecom.flag (carrier, reported_at, id);

create table telecom.flag_directory (
  id text primary key,
  subject_id text not null
);

create table telecom.line_order (
  subject_id text not null,
  id text not null,
  line_id text not null,
  carrier text not null,
  kind text not null check (kind in ('DORMANT_REVIEW', 'SUSPEND', 'REVERIFY', 'RESTORE', 'STOP_UNREGISTERED')),
  status text not null check (status in ('ISSUED', 'DELIVERED', 'EXECUTED', 'REFUSED', 'EXPIRED')),
  reason jsonb not null,
  cause_id text not null,
  issued_at timestamptz(3) not null,
  delivered_at timestamptz(3),
  due_at timestamptz(3) not null,
  executed_at timestamptz(3),
  refusal_reason text,
  primary key (subject_id, id)
);
create index line_order_line on telecom.line_order (subject_id, line_id);
create index line_order_queue on telecom.line_order (carrier, status, due_at, id);
create index line_order_cause on telecom.line_order (cause_id);

create table telecom.order_directory (
  id text primary key,
  subject_id text not null,
  carrier text not null
);
