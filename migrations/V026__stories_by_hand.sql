-- What a source last told, whole, and the TL;DR that it proposed: a field that is kept otherwise was set by hand, and stays when
-- the source tells the story anew. Null in rows of before, of which "told" still says whether the source tells the same.
alter table story
    add column telling jsonb;
