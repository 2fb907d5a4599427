-- Whoever had their data erased keeps the number that stands in links that were mailed, and nothing that tells who they are.
alter table subscriber
    alter column address drop not null,
    alter column domain drop not null,
    alter column inbox drop not null,
    add check (address is not null or (state = 'UNSUBSCRIBED' and suppressed = 'ERASED'));

-- One-way marks of their addresses, so that no list brings them back. The keys stand outside of the database.
create table erased_address (
    mark       bytea       primary key, -- HMAC-SHA-256 of the address
    lower_case bytea       not null,    -- the same of its lower-case form, for those that differ in case alone
    key        text        not null,    -- fingerprint of the key
    subscriber bigint      not null,    -- the number under which what was asked and confirmed is still kept
    erased_at  timestamptz not null
);

create index erased_address_by_case on erased_address (lower_case);

-- Tables with rows that are gone, whose bytes are still on the disk: whoever runs the database's server rewrites them.
create table table_to_rewrite (
    name      text primary key,
    erased_by xid8 not null default pg_current_xact_id() -- the last transaction that left something there
);
