-- Where each feed of the settings stands: what to ask it with, and when. A row is claimed by setting asked_at, so that no two nodes
-- ask at once; next_at moves on only when the answer has been taken, so that one cut short is asked again.
create table story_feed (
    url           text        primary key, -- as the settings have it
    moved_to      text,                    -- where it says that it has gone for good
    etag          text,                    -- sent back sign by sign
    last_modified text,
    asked_at      timestamptz not null,
    next_at       timestamptz not null,
    wait_until    timestamptz,             -- as the site asks us to, whoever is in a hurry
    failures      int         not null default 0,
    fault         text,                    -- what was wrong the last time, a sentence
    retired_at    timestamptz              -- it answered 410
);

-- Which story an entry of a feed is, so that it stays that one when its address changes.
create table story_feed_item (
    feed  text   not null,
    item  text   not null, -- SHA-256 of the id by which the feed knows it
    story bigint not null references story (id) on delete cascade,
    primary key (feed, item)
);

create index story_feed_item_story on story_feed_item (story);
