"""All outputs by SQLite, from the packed registers of FOLDER and a digest of its rolls: sqlite.py FOLDER DIGEST CODES OUT."""

import re
import sqlite3

import polars as pl

from engine import Timing, arguments, read_digest, read_registers, read_statements

INDEXES = """
create index register_key on register (upn, urn);
create unique index before_key on before (calendar_no, place);
create unique index open_key on open_place (calendar_no, pos);
create index unit_key on unit (calendar_no);
create index removal_key on removal (child_no, urn);
create index code_key on code_rule (letter);
"""
# After the step of that name: what the steps that follow look up.
AFTER = {
    "registers of stays": "create unique index reg_key on reg (stay_no); create index reg_child on reg (child_no, urn)",
    "contested sessions": "create index heard_key on heard (child_no, pos)",
    "minutes late": "create index late_key on late (stay_no, pos)",
    "counts of texts": "create unique index text_key on text_sum (mask, text)",
    "every text counted": "create index cell_key on text_cell (mask, text)",
    "counts of stays": "create unique index stay_key on stay_sum (stay_no)",
}
# Lists of `pos:minutes` as rows.
LATE = """
create temp table late_entry as
select stay_no, cast(substr(value, 1, instr(value, ':') - 1) as integer) as pos,
  cast(substr(value, instr(value, ':') + 1) as integer) as minutes
from (select stay_no, trim(am_late || ' ' || pm_late) as late from reg where am_late <> '' or pm_late <> '') as told,
  json_each('["' || replace(late, ' ', '","') || '"]')
"""



def in_sqlite(sql: str) -> str:
    # A cross join keeps its order: each of the others’ rows is looked up in `before`, not the other way round.
    sql = sql.replace("join before as", "cross join before as")
    return re.sub(r"\bgreatest\(", "max(", re.sub(r"\bleast\(", "min(", sql))


folder, digest, codes, out, flags = arguments()
timing = Timing(f"SQLite {sqlite3.sqlite_version}")
db = sqlite3.connect(":memory:")
db.executescript("pragma temp_store = memory; pragma cache_size = -1000000; pragma journal_mode = off; pragma threads = 2")
for name, table in {**read_digest(digest, codes), "register": read_registers(folder)}.items():
    columns = ", ".join(f"{column} {'text' if kind == pl.String else 'integer'}" for column, kind in table.schema.items())
    db.execute(f"create table {name} ({columns})")
    db.executemany(f"insert into {name} values ({', '.join('?' * table.width)})", table.iter_rows())
timing.step("load")
db.executescript(INDEXES + "analyze;")
timing.step("load: indexes")
for file in ("registers.sql", "late", "pieces.sql", "account.sql", "outputs.sql"):
    if file == "late":
        db.execute(LATE)
        timing.step(file)
        continue
    for kind, name, sql in read_statements(file):
        found = db.execute(in_sqlite(sql))
        if kind == "output":
            names = [column[0] for column in found.description]
            pl.DataFrame(found.fetchall(), schema=names, orient="row").write_parquet(out / f"{name}.parquet")
        db.executescript(AFTER.get(name, ""))
        timing.step(name)
timing.report(flags)
