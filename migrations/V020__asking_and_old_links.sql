-- Each time that those who wait, and were never asked here, are asked to confirm.
create table asking (
    number     bigint      generated always as identity primary key,
    import     bigint      references subscriber_import (number), -- none: everybody who waits and was never asked
    operator   text        not null,
    began_at   timestamptz not null,
    stopped_at timestamptz,
    ended_at   timestamptz -- none: under way
);

-- One at a time: their pace is one.
create unique index asking_under_way on asking ((true)) where ended_at is null;

-- Whom it is to ask. A row is claimed in the transaction in which their letter is owed.
create table asking_reader (
    asking     bigint      not null references asking (number),
    subscriber bigint      not null references subscriber (id) on delete cascade,
    claimed_at timestamptz, -- none: still to be asked
    asked      boolean,     -- false: by then they were not to be mailed
    primary key (asking, subscriber)
);

create index asking_reader_left on asking_reader (asking, subscriber) where claimed_at is null;
create index asking_reader_of on asking_reader (subscriber);

-- By what an older system's unsubscribe links named its readers. Such links are in inboxes for ever, and so outlive the row of
-- their reader.
create table legacy_key (
    hash       bytea  primary key, -- SHA-256 of what the link holds
    told       text,               -- none: its reader was erased
    subscriber bigint not null
);

create index legacy_key_of on legacy_key (subscriber);
