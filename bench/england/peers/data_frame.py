"""All outputs by Polars, from the packed registers of FOLDER and a digest of its rolls: data_frame.py FOLDER DIGEST CODES OUT.

The same way as the SQL of pieces.sql and account.sql: registers are cut into pieces of a week, those in which a child was there
all the time are passed over, and each different text of the others is counted once.
"""

import polars as pl

from engine import Timing, arguments, read_digest, read_registers

RULES = (2, 3, 4, 5, 6, 8, 9)
STATES = ("s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10")
JUNE = 546
c = pl.col

folder, digest, codes, out, flags = arguments()
timing = Timing(f"Polars {pl.__version__}")
tables = read_digest(digest, codes)
unit, open_place, before, code_rule = (tables[name] for name in ("unit", "open_place", "before", "code_rule"))
ordered = lambda name: tables[name].with_columns(c("first_day", "last_day").cast(pl.Int32))
register = read_registers(folder).with_columns(c("am_late", "pm_late").fill_null(""))
timing.step("load")


def letter_at(pos: str) -> pl.Expr:
    return c("marks").str.slice(c(pos), 1)


def inside(pos: str) -> pl.Expr:
    return (c(pos) >= c("first_day") * 2) & (c(pos) <= c("last_day") * 2 + 1)


def week_of(pos: str) -> pl.Expr:
    return ((c(pos) + 12) // 14).cast(pl.Int32)


def write(table: pl.DataFrame | pl.LazyFrame, name: str) -> None:
    table.lazy().collect().write_parquet(out / f"{name}.parquet")
    timing.step(f"written: {name}")


# Registers beside their stays, cut at the last day with a mark other than `#` that counts.
reg = ordered("stay").join(register, on=["upn", "urn"], how="left").with_columns(
    c("marks", "am_late", "pm_late").fill_null("")
)
last = reg.select("calendar_no", "first_day", "last_day", "marks", pos=c("marks").str.strip_chars_end(" #").str.len_bytes().cast(pl.Int32) - 1)
is_open = open_place.with_columns(is_open=True)
last = last.join(is_open, on=["calendar_no", "pos"], how="left").with_columns(good=c("is_open").fill_null(False) & inside("pos"))
others = (
    last.filter(~c("good") & (c("pos") >= 0)).drop("pos", "is_open").join(open_place, on="calendar_no")
    .filter(inside("pos") & ~letter_at("pos").is_in(["", " ", "#"]))
)
as_of = max(last.filter("good")["pos"].max(), others["pos"].max() or 0) // 2
reg = reg.filter(c("first_day") <= as_of).with_columns(pl.min_horizontal("last_day", as_of).alias("last_day"))
off_days = ordered("gap").filter(c("first_day") <= as_of).with_columns(pl.min_horizontal("last_day", as_of).alias("last_day"))
timing.step("registers of stays")

# Pieces of a week that differ from those of a child who was there.
own_reg = reg.lazy().filter(c("own") == 1)
start = c("first_day") * 2 - c("first_place")
end = (c("last_day") + 1) * 2 - c("first_place")
cut = (2 ** pl.min_horizontal("places", end)).cast(pl.Int32) - (2 ** pl.max_horizontal(0, start)).cast(pl.Int32)
piece = (
    own_reg.select("stay_no", "contested", "cohort", "first_day", "last_day", "calendar_no", "marks")
    .join(unit.lazy(), on="calendar_no")
    .filter((start < c("places")) & (end > 0) & ((end - start) > 0) & (c("first_place") < c("last_day") * 2 + 2) & (c("first_place") + c("places") > c("first_day") * 2))
    .with_columns(text=c("marks").str.slice(c("first_place"), c("places")), is_whole=(start <= 0) & (end >= c("places")))
    .filter((c("text") != c("present")) | ~c("is_whole"))
    .select(
        "stay_no", "contested", "text", week_no=(c("unit_no") // 3).cast(pl.Int32),
        after_may=(c("cohort") == 1) & (c("first_place") >= JUNE),
        mask=pl.when("is_whole").then(c("mask").cast(pl.Int32)).otherwise(c("mask").cast(pl.Int32) & cut),
    )
    .collect(engine="streaming")
)
timing.step("pieces")
text_count = piece.group_by("week_no", "mask", "text", "contested").agg(n=pl.len().cast(pl.Int64))
timing.step("texts by week")
text_cell = (
    text_count.select("mask", "text").unique().join(tables["ten"], how="cross")
    .filter(((c("mask") // (2 ** c("place")).cast(pl.Int32)) % 2) == 1)
    .with_columns(letter=c("text").str.slice(c("place"), 1))
    .join(code_rule.select("letter", "rule"), on="letter", how="left")
    .with_columns(
        letter=pl.when(c("rule").is_null()).then(pl.lit("?")).otherwise("letter"),
        rule=pl.when(c("rule") == 11).then(8).otherwise(c("rule").fill_null(9)),
    )
)
text_sum = text_cell.group_by("mask", "text").agg((c("rule") == rule).sum().cast(pl.Int32).alias(f"c{rule}") for rule in RULES)
timing.step("every text counted")
stay_sum = (
    piece.lazy().select("stay_no", "mask", "text", "after_may").join(text_sum.lazy(), on=["mask", "text"]).group_by("stay_no")
    .agg(
        *(c(f"c{rule}").sum().alias(f"s{rule}") for rule in RULES),
        *(c(f"c{rule}").filter("after_may").sum().alias(f"j{rule}") for rule in RULES),
    )
    .collect(engine="streaming")
)
timing.step("counts of stays")
alone_texts = text_count.filter(c("contested") == 0)
week_part = alone_texts.join(text_sum, on=["mask", "text"]).group_by("week_no").agg((c("n") * c(f"c{rule}")).sum().alias(f"s{rule}") for rule in RULES)
cells = (
    alone_texts.group_by("mask", "text").agg(c("n").sum()).join(text_cell, on=["mask", "text"])
    .group_by("letter", present=pl.when(c("place") % 2 == 0).then(pl.lit("/")).otherwise(pl.lit("."))).agg(c("n").sum())
)
letter_parts = [cells.select("letter", "n"), cells.select(letter="present", n=-c("n"))]
timing.step("weeks and letters of texts")

# Minutes lost inside sessions.
late_entry = (
    reg.lazy().select("stay_no", "child_no", "urn", "calendar_no", "first_day", "last_day", "own", "contested", "marks", "am_late", "pm_late")
    .filter((c("am_late") != "") | (c("pm_late") != ""))
    .with_columns(entry=pl.concat_str("am_late", "pm_late", separator=" ").str.strip_chars().str.split(" ")).explode("entry")
    .with_columns(pos=c("entry").str.split(":").list.get(0).cast(pl.Int32), minutes=c("entry").str.split(":").list.get(1).cast(pl.Int64))
    .filter(inside("pos") & (c("minutes") > 0) & (letter_at("pos") == "L"))
    .drop("marks", "am_late", "pm_late", "entry").join(open_place.lazy(), on=["calendar_no", "pos"]).collect(engine="streaming")
)
late = late_entry.filter(c("own") == 1).select("stay_no", "contested", "pos", minutes=pl.min_horizontal("minutes", 180))
removal_at = (
    tables["removal"].lazy().with_columns(c("minutes").cast(pl.Int64))
    .join(reg.lazy().select("stay_no", "child_no", "urn", "calendar_no", "first_day", "last_day", "own", "contested", "marks"), on=["child_no", "urn"])
    .filter(inside("pos")).with_columns(letter=letter_at("pos")).drop("marks")
    .join(open_place.lazy(), on=["calendar_no", "pos"]).collect(engine="streaming")
)
removed = (
    removal_at.filter(c("own") == 1)
    .with_columns(minutes=pl.when((c("kind") == "late-to-lesson") & (c("letter") == "L")).then(0).otherwise("minutes"))
    .group_by("stay_no", "contested", "pos", "letter").agg(c("minutes").sum())
    .join(code_rule.filter(c("rule") == 1).select("letter"), on="letter")
    .join(late.select("stay_no", "pos", late="minutes"), on=["stay_no", "pos"], how="left")
    .select("stay_no", "contested", "pos", minutes=pl.min_horizontal(180, c("minutes") + c("late").fill_null(0)) - c("late").fill_null(0))
)
told = pl.concat([late, removed])
timing.step("minutes")


def at_place(table: pl.DataFrame, place: pl.Expr, name: str) -> pl.DataFrame:
    found = before.select("calendar_no", at=c("place").cast(pl.Int32), **{name: "n", f"{name}_am": "am"})
    return table.with_columns(at=place.cast(pl.Int32)).join(found, on=["calendar_no", "at"], how="left").drop("at")


own = reg.filter(c("own") == 1).drop("marks", "am_late", "pm_late")
own = at_place(at_place(at_place(own, c("first_day") * 2, "since"), c("last_day") * 2 + 2, "until"), pl.max_horizontal("first_day", 273) * 2, "june")
own = (
    own.join(stay_sum, on="stay_no", how="left")
    .join(told.group_by("stay_no").agg(c("minutes").sum()), on="stay_no", how="left")
    .with_columns(c("minutes", *(f"{kind}{rule}" for kind in "sj" for rule in RULES)).fill_null(0))
    .with_columns(
        calendar=(c("until") - c("since")).cast(pl.Int64),
        june_calendar=pl.when((c("cohort") == 1) & (c("last_day") >= 273)).then(c("until") - c("june")).otherwise(0).cast(pl.Int64),
    )
    .filter(c("calendar") > 0)
    .with_columns(
        c(*(f"{kind}{rule}" for kind in "sj" for rule in RULES)).cast(pl.Int64),
        s7=pl.lit(0, pl.Int64), s10=pl.lit(0, pl.Int64),
    )
    .with_columns(
        s1=c("calendar") - pl.sum_horizontal(*(f"s{rule}" for rule in RULES)),
        possible=c("calendar") - c("s6") - c("s8") - c("s9") - (c("june_calendar") - c("j6") - c("j8") - c("j9")),
        authorised=c("s2") + c("s4") + c("s5") - c("j2") - c("j4") - c("j5"),
        unauthorised=c("s3") - c("j3"),
    )
)
timing.step("own registers")

# Children of whom more than one register can speak in a session: session by session.
contested_reg = reg.filter(c("contested") == 1)
heard = (
    contested_reg.lazy().select("child_no", "urn", "calendar_no", "first_day", "last_day", "own", "main", "marks")
    .join(open_place.lazy(), on="calendar_no").filter(inside("pos"))
    .select("child_no", "urn", "pos", "own", "main", letter=letter_at("pos")).collect(engine="streaming")
)
decided = (
    heard.join(code_rule, on="letter", how="left")
    .with_columns(
        key=c("rule").cast(pl.Int64) * 200_000_000_000 + pl.when(c("main") == 1).then(0).otherwise(100_000_000_000)
        + c("urn").cast(pl.Int64) * 100 + c("code_no")
    )
    .group_by("child_no", "pos").agg(on_roll=c("own").max(), key=c("key").min())
    .with_columns(code_no=(c("key") % 100).cast(pl.Int32)).join(code_rule, on="code_no", how="left")
)
ends = contested_reg.filter(c("own") == 1).select("child_no", "urn", "first_day", "last_day")
dual_day = (
    ends.join(ends, on="child_no", suffix="_b").filter(c("urn_b") > c("urn"))
    .with_columns(day=pl.int_ranges(pl.max_horizontal("first_day", "first_day_b"), pl.min_horizontal("last_day", "last_day_b") + 1, dtype=pl.Int32))
    .select("child_no", "day").explode("day").drop_nulls().unique().with_columns(is_dual=True)
)
off_roll = off_days.filter(c("contested") == 1).join(open_place, on="calendar_no").filter(inside("pos")).select("child_no", "urn", "pos")
here = tables["removal"].join(heard, on=["child_no", "urn", "pos"])
marked_late = heard.filter(c("letter") == "L").join(here.select("child_no", "pos"), on=["child_no", "pos"], how="semi").select("child_no", "pos").unique().with_columns(has_late=True)
contested_minutes = (
    pl.concat([
        late_entry.filter(c("contested") == 1).select("child_no", "urn", "pos", "minutes").unique().select("child_no", "pos", "minutes"),
        here.join(marked_late, on=["child_no", "pos"], how="left").select(
            "child_no", "pos",
            minutes=pl.when((c("kind") == "late-to-lesson") & c("has_late").fill_null(False)).then(0).otherwise("minutes").cast(pl.Int64),
        ),
    ])
    .group_by("child_no", "pos").agg(minutes=pl.min_horizontal(180, c("minutes").sum()))
)
on_roll = (
    decided.filter(c("on_roll") == 1).with_columns(day=c("pos") // 2).join(dual_day, on=["child_no", "day"], how="left")
    .select(
        "child_no", "pos", "letter",
        rule=pl.when(c("rule").is_null()).then(9).when(c("rule") < 11).then("rule").when(c("is_dual").fill_null(False)).then(7).otherwise(8).cast(pl.Int32),
    )
)
out_of_school = off_roll.join(decided, on=["child_no", "pos"], how="left").select(
    "child_no", "pos", "letter", rule=pl.when(c("rule") < 11).then("rule").otherwise(10).cast(pl.Int32)
)
contested = (
    pl.concat([on_roll, out_of_school]).join(contested_minutes, on=["child_no", "pos"], how="left")
    .with_columns(
        week_no=week_of("pos"),
        letter=pl.when(c("rule") == 7).then(pl.lit("=")).when(c("rule") == 9).then(pl.lit("?")).when(c("rule") == 10).then(pl.lit("~")).otherwise("letter"),
        minutes=pl.when(c("rule") == 1).then(c("minutes").fill_null(0)).otherwise(0).cast(pl.Int64),
    )
)
contested_counts = [pl.len().cast(pl.Int64).alias("calendar"), *((c("rule") == rule).sum().cast(pl.Int64).alias(f"s{rule}") for rule in range(1, 11)), c("minutes").sum()]
timing.step("contested children")

# Sums of children, schools, weeks and letters.
who = pl.concat([contested_reg.select("child_no", "upn", "attribute_no"), off_days.filter(c("contested") == 1).select("child_no", "upn", "attribute_no")]).unique("child_no")
off_sum = at_place(at_place(off_days.filter(c("contested") == 0), c("first_day") * 2, "since"), c("last_day") * 2 + 2, "until")
off_sum = off_sum.with_columns(calendar=(c("until") - c("since")).cast(pl.Int64)).filter(c("calendar") > 0).with_columns(
    *(pl.lit(0, pl.Int64).alias(state) for state in STATES[:-1]), s10=c("calendar"), minutes=pl.lit(0, pl.Int64)
)
figures = ["calendar", *STATES, "minutes"]
child_columns = ["child_no", "upn", "attribute_no", *figures]
child_sum = (
    pl.concat([
        own.filter(c("contested") == 0).select(child_columns),
        off_sum.select(child_columns),
        contested.group_by("child_no").agg(contested_counts).join(who, on="child_no").select(child_columns),
    ])
    .group_by("child_no").agg(c("upn").first(), c("attribute_no").first(), *(c(name).sum() for name in figures))
)
still_off = off_roll.join(contested.filter(c("rule") == 10).select("child_no", "pos"), on=["child_no", "pos"]).group_by("child_no", "urn").agg(calendar=pl.len().cast(pl.Int64))
still_off = still_off.with_columns(*(pl.lit(0, pl.Int64).alias(state) for state in STATES[:-1]), s10=c("calendar"), minutes=pl.lit(0, pl.Int64))
school_columns = ["child_no", "urn", *figures]
school_sum = pl.concat([own.select(school_columns), off_sum.select(school_columns), still_off.select(school_columns)]).group_by("child_no", "urn").agg(c(name).sum() for name in figures)
timing.step("children and schools")
run_columns = ["calendar_no", "first_day", "last_day", "is_gap", "alone", "child_no"]
runs = pl.concat([
    reg.filter((c("own") == 1) & (c("contested") == 0)).with_columns(is_gap=pl.lit(0), child_no=pl.when(c("alone") == 1).then(0).otherwise("child_no").cast(pl.Int64)).select(run_columns),
    off_days.filter(c("contested") == 0).with_columns(is_gap=pl.lit(1), alone=pl.lit(0, pl.Int16)).select(run_columns),
]).group_by(run_columns).agg(n=pl.len().cast(pl.Int64))
week_run = runs.join(tables["week_place"], how="cross").filter((c("first_place") < c("last_day") * 2 + 2) & (c("end_place") > c("first_day") * 2))
week_run = at_place(at_place(week_run, pl.max_horizontal("first_place", c("first_day") * 2), "since"), pl.min_horizontal("end_place", c("last_day") * 2 + 2), "until")
week_run = week_run.with_columns(sessions=(c("until") - c("since")).cast(pl.Int64), mornings=(c("until_am") - c("since_am")).cast(pl.Int64)).filter(c("sessions") > 0).with_columns(c("week_no").cast(pl.Int32))
day_sum = week_run.group_by("week_no").agg(
    children=c("n").filter(c("alone") == 1).sum(),
    calendar=(c("n") * c("sessions")).sum(),
    s10=(c("n") * c("sessions")).filter(c("is_gap") == 1).sum(),
)
children = week_run.filter(c("alone") == 0).group_by("week_no").agg(others=c("child_no").n_unique().cast(pl.Int64))
lost = told.filter(c("contested") == 0).group_by(week_no=week_of("pos")).agg(c("minutes").sum())
week_alone = (
    day_sum.join(children, on="week_no", how="left").join(week_part, on="week_no", how="left").join(lost, on="week_no", how="left")
    .fill_null(0).with_columns(children=c("children") + c("others"), s7=pl.lit(0, pl.Int64))
    .with_columns(c(f"s{rule}").cast(pl.Int64) for rule in RULES)
    .with_columns(s1=c("calendar") - pl.sum_horizontal(*(state for state in STATES if state != "s1")))
)
week_contested = contested.group_by("week_no").agg(c("child_no").n_unique().cast(pl.Int64).alias("children"), *contested_counts)
week_columns = ["week_no", "children", *figures]
week_sum = pl.concat([week_alone.select(week_columns), week_contested.select(week_columns)]).group_by("week_no").agg(c(name).sum() for name in week_columns[1:])
letter_parts += [
    week_run.filter(c("is_gap") == 0).select(letter=pl.lit("/"), n=c("n") * c("mornings")),
    week_run.filter(c("is_gap") == 0).select(letter=pl.lit("."), n=c("n") * (c("sessions") - c("mornings"))),
    week_run.filter(c("is_gap") == 1).select(letter=pl.lit("~"), n=c("n") * c("sessions")),
    contested.group_by("letter").agg(n=pl.len().cast(pl.Int64)),
]
letter_sum = pl.concat(letter_parts).group_by("letter").agg(c("n").sum()).filter(c("n") != 0)
timing.step("weeks and letters")
enrolled = (
    own.filter(c("cohort") > 0).group_by("child_no", "urn")
    .agg(c("upn").first(), c("attribute_no").first(), c("possible").sum(), c("authorised").sum(), c("unauthorised").sum())
    .filter(c("possible") > 0).with_columns(overall=c("authorised") + c("unauthorised"))
    .with_columns(
        persistent=(c("overall") * 10 >= c("possible")).cast(pl.Int64), severe=(c("overall") * 2 >= c("possible")).cast(pl.Int64)
    )
)
timing.step("enrolments")

# Outputs.
NAMES = {
    "s1": "attended", "s2": "suspended", "s3": "unauthorised", "s4": "part_time", "s5": "authorised", "s6": "access_failure",
    "s7": "unrecorded_dual", "s8": "not_required", "s9": "unmarked", "s10": "off_roll", "minutes": "minutes_lost",
}


def named(table: pl.DataFrame, *keys: str) -> pl.DataFrame:
    totals = {
        "possible": ("s1", "s2", "s3", "s4", "s5"), "lost_headline": ("s2", "s3"), "lost_absence": ("s2", "s3", "s4", "s5"),
        "lost_extended": ("s2", "s3", "s4", "s5", "s6", "s7", "s10"),
    }
    summed = table.select(*keys, *figures, **{name: pl.sum_horizontal(*of) for name, of in totals.items()})
    return summed.rename(NAMES)


def grouped(table: pl.DataFrame, by: str) -> pl.DataFrame:
    return named(table.group_by(by).agg(c("child_no").n_unique().alias("children"), *(c(name).sum() for name in figures)), by, "children")


def absence(by: str) -> pl.DataFrame:
    return with_groups.group_by(by).agg(
        pl.len().cast(pl.Int64).alias("enrolments"), *(c(name).sum() for name in ("possible", "authorised", "unauthorised", "overall")),
        c("persistent").sum().alias("persistent_enrolments"), c("severe").sum().alias("severe_enrolments"),
    )


write(named(child_sum, "upn"), "child")
write(enrolled.select("urn", "upn", "possible", "authorised", "unauthorised", "overall", "persistent", "severe"), "enrolment")
write(named(week_sum.join(tables["week_place"].select(c("week_no").cast(pl.Int32), "week"), on="week_no"), "week", "children"), "week")
write(
    letter_sum.join(code_rule, on="letter", how="left").select(
        code=c("letter").replace({"=": "unrecorded-dual", "?": "unmarked", "~": "off-roll"}), known="code", sessions="n"
    ).select(code=pl.when(c("known").is_null()).then("code").otherwise("known"), sessions="sessions"),
    "cause",
)
with_groups = enrolled.join(tables["attribute"], on="attribute_no").join(tables["school"], on="urn")
children_with = child_sum.join(tables["attribute"], on="attribute_no")
schools_with = school_sum.join(tables["school"], on="urn")
for by in ("year_group", "sex", "ethnicity", "fsm", "sen"):
    write(grouped(children_with, by), by)
    write(absence(by), f"absence_{by}")
for by in ("urn", "phase", "trust", "la", "region"):
    name = "school" if by == "urn" else by
    write(grouped(schools_with, by), name)
    write(absence(by), f"absence_{name}")
timing.report(flags)
