create table edition (
    number              int         primary key,
    week                text        not null unique, -- the ISO week in which its last seven days open: 2026-W48
    opens               timestamptz not null,
    closes              timestamptz not null,
    state               text        not null check (state in ('DRAFT', 'READY', 'SCHEDULED', 'HOLDING', 'PREPARING',
                                    'SENDING', 'PAUSING', 'PAUSED', 'RETRYING', 'SENT', 'SENT_PROBLEMS', 'STOPPED', 'FAILED')),
    reason              text,       -- why it is in this state, where the state alone does not say
    subject             text        not null,
    preheader           text        not null,
    note                text,
    revision            smallint    not null default 1,
    content_hash        text        not null,
    leaves_at           timestamptz, -- end of the holding time, or the scheduled time
    approved_by         text,
    approved_recipients int,
    frozen_at           timestamptz, -- when the audience was written to the ledger
    ended_at            timestamptz,
    created_at          timestamptz not null,
    check (opens < closes)
);

-- The edition's own copy of each story: what was approved is what goes, whatever the story becomes afterwards.
create table edition_story (
    edition  int      not null references edition (number),
    story    bigint   not null unique, -- a story is in one edition only
    position smallint not null,
    long     boolean  not null,
    included boolean  not null default true,
    content  jsonb    not null,
    primary key (edition, story)
);

create table edition_check (
    edition int         not null references edition (number),
    rule    text        not null,
    hash    text        not null, -- the content that was checked
    level   text        not null check (level in ('STOPS', 'LOOK', 'FINE', 'UNCHECKED')),
    message text        not null,
    at      timestamptz not null,
    row_no  smallint    not null,
    primary key (edition, row_no)
);

-- Each variant, rendered once: MIME parts already encoded and cut at the personal slots.
create table edition_skeleton (
    edition  int      not null references edition (number),
    revision smallint not null,
    variant  smallint not null,
    language text     not null,
    format   text     not null check (format in ('html', 'text')),
    sections text[],  -- null: all of them
    subject  text     not null,
    hash     text     not null,
    bytes    bytea    not null,
    primary key (edition, revision, variant)
);
