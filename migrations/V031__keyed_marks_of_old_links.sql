-- The keys of old links were kept as plain hashes. Where a key was made of the address, whoever has a dump could try addresses on them. From
-- now on they are marks made with the secret file; the service makes marks of the plain hashes when it starts.
alter table legacy_key add column key text; -- fingerprint of the secret that made the mark; none: a plain SHA-256, as a service of before writes

create index legacy_key_unmarked on legacy_key (hash) where key is null;
