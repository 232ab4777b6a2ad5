-- The chunks of all published corpora, in base64, because D1 returns a BLOB as an array of numbers. A chunk never
-- changes; one that is longer than a row may be has several parts. If it has a base, it is stored as the difference
-- from that chunk, which is stored whole.
create table chunk (
  digest text not null,
  part integer not null,
  base text,
  body text not null,
  primary key (digest, part)
) without rowid;

-- What was published. `manifest` lists the digests of the chunks that hold the manifest, as JSON. `superseded` is when
-- readers were sent to another publication, in seconds of the Unix epoch; null while they read this one. GRACE_SECONDS in
-- data/publish/stored.ts says how long it stays readable.
create table publication (
  id integer primary key,
  layout integer not null,
  edition text not null,
  version text not null,
  manifest text not null,
  published text not null,
  superseded integer
);

-- What the Workers of each layout read, and what they read before. One row changes by one statement, so that no reader
-- sees half a switch.
create table pointer (
  layout integer primary key,
  current integer not null,
  previous integer
);

-- Who is publishing (the layout before had the same table): `token` is null while nobody is. Times are seconds of the Unix epoch, by the database's clock.
create table if not exists lock (
  id integer primary key check (id = 1),
  token text,
  host text,
  process integer,
  since integer,
  beat integer not null default 0
);
insert or ignore into lock (id) values (1);
