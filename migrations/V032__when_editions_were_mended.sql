-- When a revision of it last began to go out: what stands on its page, and in the feed, is of then.
alter table edition add column mended_at timestamptz;
