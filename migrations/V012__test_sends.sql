-- Tests of an edition: the same mail, to a few addresses that somebody named. Nothing here is a delivery.
create table test_send (
    id           bigint      generated always as identity primary key,
    edition      int         not null,
    content_hash text        not null, -- what was tested, exactly
    language     text        not null,
    format       text        not null,
    operator     text        not null,
    at           timestamptz not null
);

create index test_send_of_edition on test_send (edition, id);
create index test_send_by_time on test_send (at);

create table test_copy (
    id         bigint not null generated always as identity primary key, -- in its Message-ID
    send       bigint not null references test_send (id) on delete cascade,
    subscriber bigint, -- whose address it is, where it is a reader's
    address    text,   -- where it is nobody's: a reader's is read from their row, and is gone when that is
    state      text   not null check (state in ('SENDING', 'ACCEPTED', 'PUT_OFF', 'REFUSED', 'UNKNOWN', 'SKIPPED')),
    reason     text,   -- mail.Reason, where it was offered and not taken
    code       text,
    reply      text,
    check ((subscriber is null) <> (address is null))
);

create index test_copy_of_send on test_copy (send);
