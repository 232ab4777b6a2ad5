-- Two sides hold a corpus each; readers read the one that `live` points at, a publish fills the other one.
-- The tables of a side are no migration: a publish drops and makes them anew (data/d1/side.ts), because dropping a
-- table writes no rows, which D1 counts and charges for, while deleting its rows does.

-- One row, changed by one statement, so that no reader sees half a switch. An edition is null while its side is empty
-- or being filled.
create table live (
  id integer primary key check (id = 1),
  side text check (side in ('a', 'b')),
  edition_a text,
  edition_b text
);
insert into live (id) values (1);

-- What is known of the corpus on a side; the row appears when the side is whole and read back.
create table side (
  name text primary key check (name in ('a', 'b')),
  edition text not null,
  layout integer not null,
  version text not null,
  summary text not null,
  entity_rows integer not null,
  entity_bytes integer not null,
  long_rows integer not null,
  long_bytes integer not null,
  published text not null
) without rowid;

-- Who is publishing: `token` is null while nobody is. Times are seconds of the Unix epoch, by the database's clock.
create table lock (
  id integer primary key check (id = 1),
  token text,
  host text,
  process integer,
  since integer,
  beat integer not null default 0
);
insert into lock (id) values (1);
