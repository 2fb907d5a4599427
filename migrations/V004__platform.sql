-- Which keys this database has been used with. The keys themselves stay in the secret file, outside the database.
create table secret_key (
    fingerprint text        primary key,
    first_seen  timestamptz not null
);

-- One-time links by which an operator signs in. Only the hash of each is kept.
create table sign_in_link (
    hash       bytea       primary key,
    operator   text        not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
