-- Asked every few seconds while an edition is being sent.
create index subscriber_complained on subscriber (suppressed_at) where suppressed = 'COMPLAINT';
