-- Which of the edition's larger destinations a delivery goes to (delivery_total tells its domain); 0 stands for all smaller ones.
alter table delivery add column destination smallint not null default 0;

-- An edition's deliveries, counted by destination and state: at the freeze, at both ends of an attempt, and once a second meanwhile.
-- A run alone writes it. It stays when the ledger's rows are dropped.
create table delivery_total (
    edition     int      not null,
    destination smallint not null,
    domain      text     not null, -- empty for destination 0
    waiting     bigint   not null default 0,
    sending     bigint   not null default 0,
    accepted    bigint   not null default 0,
    put_off     bigint   not null default 0,
    refused     bigint   not null default 0,
    gave_up     bigint   not null default 0,
    unknown     bigint   not null default 0,
    skipped     bigint   not null default 0,
    primary key (edition, destination)
) with (fillfactor = 50);

-- The relay's own name for a message that it took: what its log and some returned mails speak of.
alter table delivery_answer add column relay_id text;

alter table run
    add column ends_at    timestamptz, -- what is left then is left out; null before the freeze
    add column counted_at timestamptz, -- the last sign of life of whoever sends
    add column per_minute int;         -- accepted in the minute before; null until that can be told

-- Destinations that get less than we could send, and until when. Forgotten when the run is over.
create table destination_brake (
    edition int         not null,
    domain  text        not null,
    kind    text        not null check (kind in ('ASIDE', 'SLOWED')),
    until   timestamptz not null,
    since   timestamptz not null,
    reply   text        not null, -- what it said
    primary key (edition, domain)
);
