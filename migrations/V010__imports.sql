-- Each list of readers that came in, with what became of it so far. Evidence names it by its number.
create table subscriber_import (
    number    bigint      generated always as identity primary key,
    operator  text        not null,
    began_at  timestamptz not null,
    added     bigint      not null default 0,
    changed   bigint      not null default 0,
    unchanged bigint      not null default 0,
    left_out  bigint      not null default 0,
    ended_at  timestamptz, -- none: under way, or cut short
    sha256    text         -- of the file, once it was read to its end
);

-- A case twin of an address that must not be written to is refused.
create index subscriber_suppressed_by_case on subscriber (lower(address)) where suppressed is not null;
