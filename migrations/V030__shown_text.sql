-- What each version that evidence names said, in each language: a proof that can be read without the release it came from.
create table shown_text (
    version text        not null,
    locale  text        not null,
    words   text        not null,
    since   timestamptz not null,
    primary key (version, locale)
);
