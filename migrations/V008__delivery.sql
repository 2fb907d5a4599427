-- The ledger: one row a delivery, one partition an edition (created at its freeze, with fillfactor 70).
-- No index may name the state, in key or predicate: every update would stop being HOT.
-- Columns stand widest first, which saves padding in every row.
create table delivery (
    subscriber bigint      not null,
    changed_at timestamptz,
    edition    int         not null,
    state      smallint    not null default 0, -- DeliveryState: 0 WAITING, 1 SENDING, 2 ACCEPTED, 3 PUT_OFF, 4 REFUSED, 5 GAVE_UP, 6 UNKNOWN, 7 SKIPPED
    tries      smallint    not null default 0,
    variant    smallint    not null,
    revision   smallint    not null,
    primary key (edition, subscriber)
) partition by list (edition);

-- What the relay answered to each try, and why a row was left out. Appended while a run is going; the partition gets its key afterwards.
create table delivery_answer (
    subscriber bigint      not null,
    at         timestamptz not null,
    edition    int         not null,
    state      smallint    not null,
    tries      smallint    not null,
    code       text,
    reply      text
) partition by list (edition);

-- Deliveries put off: when each may be tried again, and since when it has been. Emptied when the run is over.
create table delivery_retry (
    edition     int         not null,
    subscriber  bigint      not null,
    first_tried timestamptz not null,
    due_at      timestamptz not null,
    primary key (edition, subscriber)
);

-- A run: the attempts to send one edition. Whoever holds its lock has the highest epoch; a claim of an older one changes no row.
create table run (
    edition    int         primary key,
    epoch      int         not null default 0,
    attempt    int         not null default 0,
    started_at timestamptz,
    ended_at   timestamptz
);
