-- Readers who want the digest at another address. That one has a row of its own among the subscribers, with what is known of it: whether
-- it may be written to, and how often it was.
create table address_change (
    number     bigint      generated always as identity primary key, -- in links: never used again
    subscriber bigint      not null references subscriber (id) on delete cascade,
    target     bigint      not null references subscriber (id) on delete cascade, -- whose address it is to be
    asked_at   timestamptz not null,
    outcome    text        check (outcome in ('DONE', 'DROPPED')), -- none: it waits for a press
    was        text        -- the address before, of one that is done
);

create unique index address_change_waiting on address_change (subscriber) where outcome is null;
create index address_change_of on address_change (subscriber);
create index address_change_to on address_change (target);

-- Two numbers that turned out to be one person's: one has no address any more, and its links lead to the other.
alter table subscriber
    add column became bigint references subscriber (id) on delete cascade;

create index subscriber_became on subscriber (became) where became is not null;
