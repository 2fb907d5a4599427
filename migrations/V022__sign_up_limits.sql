-- How often somebody asked in the last hour, by network, by domain and in all, each named by a keyed hash. It serves limits alone and is worth no
-- flush of the disk: after a crash, counting begins anew.
create unlogged table recent_request (
    whose   bigint  not null,
    slice   integer not null, -- ten minutes each, since 1970
    counted integer not null,
    room    integer not null, -- what the slices before it left of the limit
    primary key (whose, slice)
) with (fillfactor = 50);

-- What an inbox asked for is looked up by what it was, so that no flood of requests that were turned down makes that slower.
drop index evidence_of_subscriber;
create index evidence_of_subscriber on evidence (subscriber, what, at);
