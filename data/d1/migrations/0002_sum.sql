-- By which a reader sees that the row is as it was published (data/d1/sum.ts); null where an older release published it.
alter table side add column sum integer;
