"""What the peers written in Python share: the tables of a digest, and SQL read from files a statement at a time."""

import re
import resource
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import polars as pl

SQL = Path(__file__).parent
FIRST_DAY = date(2024, 9, 1)
# Days of the week before 1 September 2024, a Sunday, in week 0.
LEAD_IN = 6


def read_digest(digest: Path, codes: Path) -> dict[str, pl.DataFrame]:
    """The tables of a digest as every SQL engine can hold them: flags as 0 and 1, groups as text, lists as rows."""
    read = lambda name: pl.read_parquet(digest / f"{name}.parquet")
    calendar = read("calendar")
    text = lambda name: pl.col(name).cast(pl.String).fill_null("").alias(name)
    opened = calendar.select("calendar_no", pl.col("open").str.split("").alias("is_open")).explode("is_open")
    places = opened.with_columns(pos=pl.int_range(pl.len()).over("calendar_no").cast(pl.Int32), n=pl.col("is_open").cast(pl.Int32))
    counted = places.with_columns(
        n_before=(pl.col("n").cum_sum() - pl.col("n")).over("calendar_no"),
        am_before=((pl.col("n") * (1 - pl.col("pos") % 2)).cum_sum() - pl.col("n") * (1 - pl.col("pos") % 2)).over("calendar_no"),
    )
    whole = places.group_by("calendar_no").agg(
        place=pl.lit(730, pl.Int32), n=pl.col("n").sum(), am=(pl.col("n") * (1 - pl.col("pos") % 2)).sum()
    )
    before = counted.select("calendar_no", place="pos", n="n_before", am="am_before")
    weeks = pl.DataFrame({"week_no": range(53)}).with_columns(
        first_place=pl.max_horizontal(0, (pl.col("week_no") * 7 - LEAD_IN) * 2),
        end_place=pl.min_horizontal(730, (pl.col("week_no") * 7 - LEAD_IN) * 2 + 14),
        week=pl.col("week_no").map_elements(
            lambda week: str(FIRST_DAY + timedelta(days=week * 7 - LEAD_IN)), return_dtype=pl.String
        ),
    )
    flags = lambda *names: [pl.col(name).cast(pl.Int16) for name in names]
    return {
        "unit": read("unit"),
        "open_place": places.filter(pl.col("n") == 1).select("calendar_no", "pos"),
        "before": pl.concat([before, whole.select(before.columns)]),
        "week_place": weeks,
        "school": read("school").select("urn", "la", "phase", text("trust"), text("region")),
        "attribute": read("attribute").select(
            "attribute_no",
            text("year_group"),
            text("sex"),
            text("ethnicity"),
            pl.when(pl.col("fsm")).then(pl.lit("Y")).when(~pl.col("fsm")).then(pl.lit("N")).otherwise(pl.lit("")).alias("fsm"),
            text("sen"),
        ),
        "gap": read("gap").with_columns(flags("contested")),
        "removal": read("removal").select("child_no", "urn", "pos", "kind", "minutes"),
        "stay": pl.read_parquet(digest / "stay" / "*.parquet", hive_partitioning=False).with_columns(
            flags("own", "main", "contested", "alone", "again")
        ),
        "code_rule": pl.read_csv(codes, schema={"letter": pl.String, "code": pl.String, "code_no": pl.Int32, "rule": pl.Int32}),
        "ten": pl.DataFrame({"place": range(10)}, schema={"place": pl.Int32}),
        "day_no": pl.DataFrame({"day": range(366)}, schema={"day": pl.Int32}),
    }


def read_registers(folder: Path) -> pl.DataFrame:
    return pl.read_parquet(folder / "register" / "year=2024" / "*.parquet", hive_partitioning=False)


def read_statements(name: str) -> list[tuple[str, str, str]]:
    """The statements of a file of SQL: whether each is a step or an output, its name and its text."""
    text = (SQL / name).read_text()
    macros = dict(re.findall(r"^-- macro (\w+): (.*)$", text, re.M))
    text = re.sub(r"\{(\w+)\}", lambda found: macros[found[1]], re.sub(r"^-- macro .*$", "", text, flags=re.M))
    parts = re.split(r"^-- (step|output): (.*)$", text, flags=re.M)[1:]
    return [(parts[at], parts[at + 1], parts[at + 2].strip().rstrip(";")) for at in range(0, len(parts), 3)]


class Timing:
    """How long each step took, and what the process used in all."""

    def __init__(self, engine: str) -> None:
        self.engine = engine
        self.began = self.last = time.perf_counter()
        self.steps: list[tuple[str, float]] = []

    def step(self, name: str) -> None:
        now = time.perf_counter()
        self.steps.append((name, now - self.last))
        self.last = now

    def report(self, flags: list[str]) -> None:
        if "steps" in flags:
            for name, seconds in self.steps:
                print(f"  {name}: {seconds:.2f} s")
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        cpu = sum(one.ru_utime + one.ru_stime for one in used)
        load = sum(seconds for name, seconds in self.steps if name.startswith("load"))
        print(
            f"{self.engine}: {time.perf_counter() - self.began:.2f} s, of which loading {load:.2f} s, "
            f"processor {cpu:.2f} s, most memory {max(one.ru_maxrss for one in used) // 1024} MiB"
        )


def arguments() -> tuple[Path, Path, Path, Path, list[str]]:
    if len(sys.argv) < 5:
        raise SystemExit(f"Say what to read and where to write: {sys.argv[0]} FOLDER DIGEST CODES OUT")
    folder, digest, codes, out = (Path(argument) for argument in sys.argv[1:5])
    out.mkdir(parents=True, exist_ok=True)
    return folder, digest, codes, out, sys.argv[5:]
