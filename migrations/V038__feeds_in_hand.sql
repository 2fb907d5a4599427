-- Whoever asks a feed says so, for as long as it takes: who is about to send an edition waits for what it brings. Until then at the
-- latest, in case they never come back from it.
alter table story_feed
    add column in_hand_until timestamptz;
