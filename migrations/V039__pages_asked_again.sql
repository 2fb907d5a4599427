-- A page that told nothing of its story is asked again, a few times: until then nobody else asks it. Null: it told it, or is left alone.
alter table story_page
    add column tries    smallint    not null default 1,
    add column again_at timestamptz;

update story_page
   set again_at = asked_at + interval '1 hour'
 where fault is not null;
