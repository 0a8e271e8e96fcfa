"""All outputs by PostgreSQL, from the packed registers of FOLDER and a digest of its rolls: postgres.py FOLDER DIGEST CODES OUT.

A server of its own in a temporary folder, set up for one large job and for nothing to survive a power cut. One byte is one sign,
so that a place in a text is found without walking to it. Tables are not
`temp`, because PostgreSQL works out nothing in parallel that reads a temporary table.
"""

import io
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import polars as pl
import psycopg

from engine import Timing, arguments, read_digest, read_registers, read_statements

SETTINGS = {
    "shared_buffers": "4GB",
    "work_mem": "512MB",
    "hash_mem_multiplier": "2",
    "maintenance_work_mem": "1GB",
    "effective_cache_size": "12GB",
    "max_parallel_workers_per_gather": "2",
    "max_parallel_workers": "2",
    "parallel_setup_cost": "10",
    "parallel_tuple_cost": "0.001",
    "random_page_cost": "1.0",
    "jit": "off",
    "autovacuum": "off",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "16GB",
    "checkpoint_timeout": "1h",
    "listen_addresses": "",
}
TYPES = {pl.String: "text", pl.Int16: "integer", pl.Int32: "integer", pl.Int64: "integer"}
INDEXES = """
create index on register (upn, urn);
create unique index on before (calendar_no, place);
create unique index on open_place (calendar_no, pos);
"""
# Lists of `pos:minutes` as rows.
LATE = """
create unlogged table late_entry as
select stay_no, cast(split_part(entry, ':', 1) as integer) as pos, cast(split_part(entry, ':', 2) as integer) as minutes
from reg, unnest(string_to_array(trim(am_late || ' ' || pm_late), ' ')) as entry
where am_late <> '' or pm_late <> ''
"""
# What names a row of an output is text; all else is a number.
KEYS = ("upn", "week", "code", "year_group", "sex", "ethnicity", "fsm", "sen", "phase", "trust", "la", "region")


def connect() -> psycopg.Connection:
    for _ in range(600):
        try:
            return psycopg.connect(f"host={home} user=postgres dbname=postgres client_encoding=utf8", autocommit=True)
        except psycopg.OperationalError:
            time.sleep(0.05)
    raise SystemExit("The server did not start within half a minute.")


def load(db: psycopg.Connection, name: str, table: pl.DataFrame) -> None:
    columns = ", ".join(f"{column} {TYPES[kind.base_type()]}" for column, kind in table.schema.items())
    db.execute(f"create unlogged table {name} ({columns})")
    with db.cursor().copy(f"copy {name} from stdin (format csv, null '\\N')") as copy:
        for rows in table.iter_slices(50_000):
            copy.write(rows.write_csv(include_header=False, null_value="\\N").encode())


def write(db: psycopg.Connection, sql: str, file: Path) -> None:
    text = io.BytesIO()
    with db.cursor().copy(f"copy ({sql}) to stdout (format csv, header, null '\\N')") as copy:
        for block in copy:
            text.write(block)
    table = pl.read_csv(text.getvalue(), infer_schema_length=0, empty_string_is_null=False)
    table.with_columns(pl.col(c).cast(pl.Int64) for c in table.columns if c not in KEYS).write_parquet(file)


folder, digest, codes, out, flags = arguments()
home = Path(tempfile.mkdtemp(prefix="kith-postgres-"))
# The server refuses to run as root.
user = {"user": "postgres"} if os.geteuid() == 0 else {}
if user:
    shutil.chown(home, "postgres")
binaries = Path(subprocess.run(["pg_config", "--bindir"], check=True, capture_output=True, text=True).stdout.strip())
subprocess.run(
    [binaries / "initdb", "-D", home / "data", "-A", "trust", "-U", "postgres", "--no-sync", "-E", "SQL_ASCII", "--locale", "C"],
    check=True,
    stdout=subprocess.DEVNULL,
    **user,
)
server = subprocess.Popen(
    [binaries / "postgres", "-D", home / "data", "-k", home, *(part for pair in SETTINGS.items() for part in ("-c", "=".join(pair)))],
    stderr=subprocess.DEVNULL,
    **user,
)
try:
    timing = Timing("PostgreSQL 15")
    with connect() as db:
        for name, table in {**read_digest(digest, codes), "register": read_registers(folder)}.items():
            load(db, name, table)
        timing.step("load")
        db.execute(INDEXES)
        db.execute("analyze")
        timing.step("load: indexes")
        for file in ("registers.sql", "late", "pieces.sql", "account.sql", "outputs.sql"):
            if file == "late":
                db.execute(LATE)
                db.execute("analyze late_entry")
                timing.step(file)
                continue
            for kind, name, sql in read_statements(file):
                if kind == "output":
                    write(db, sql, out / f"{name}.parquet")
                else:
                    db.execute(sql.replace("create temp table", "create unlogged table"))
                    db.execute("analyze " + sql.split("create temp table ")[1].split()[0])
                timing.step(name)
finally:
    # What its processes used is in the account of this one once they have ended.
    server.send_signal(signal.SIGQUIT)
    server.wait()
    shutil.rmtree(home)
timing.report(flags)
