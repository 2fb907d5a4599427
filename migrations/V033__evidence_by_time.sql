-- Who pressed at the same time as others. Rows come in the order of their time, so that an index of ranges is enough, and costs a sign-up nothing.
create index evidence_by_time on evidence using brin (at) with (autosummarize = on, pages_per_range = 16);
