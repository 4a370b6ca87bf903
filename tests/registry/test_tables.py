"""Tables: claims of the rows of CSV files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.errors import RegistryError
from factcheck.model import Claim, Quantity, Registry
from factcheck.registry import rows, tables
from factcheck.registry.edit_file import home
from factcheck.registry.load import load_registry
from factcheck.registry.schema import claims_schema
from factcheck.registry.tables import KEYS
from tests.registry.test_schema import conforms

HEAD = "code,town,rate,month,by,phrase\n"
ROWS = f"""{HEAD}ulm,Ulmstead,7.2,2025-01,insee,people out of work in Ulmstead
ulm,Ulmstead,7.4,2025-02,insee,people out of work in Ulmstead

bro,Brookfield,"5,1",2025-02,Town Hall,
"""
FIELDS = {
    "from": "t.csv",
    "id": '"jobless-{code}"',
    "title": '"Jobless rate in {town}"',
    "match": '["unemployment in {town}", "{phrase}"]',
    "value": '"{rate} %"',
    "as_of": '"{ month }"',
    "source": '"{by}"',
    "owner": "harbour desk",
}


def template(**fields: str | None) -> str:
    """A registry of one table, some fields of its template others than usual, or left out."""
    told = {key: value for key, value in {**FIELDS, **fields}.items() if value is not None}
    lines = "".join(f"    {key}: {value}\n" for key, value in told.items())
    return f"sources: {{insee: {{name: INSEE}}}}\ntables:\n  jobless:\n{lines}"


def load(folder: Path, table: str | bytes, text: str = "") -> Registry:
    (folder / "t.csv").write_bytes(table if isinstance(table, bytes) else table.encode())
    (folder / "claims.yaml").write_text(text or template(), "utf-8")
    return load_registry(folder / "claims.yaml")


def told(claim: Claim) -> list[tuple[str, str | None, str, int]]:
    return [
        (value.text, value.as_of, value.source.name if value.source else "", value.line)
        for value in claim.values
    ]


def test_rows_are_claims_and_values(tmp_path: Path) -> None:
    registry = load(tmp_path, ROWS)
    ulmstead, brookfield = registry.claims
    assert (ulmstead.id, ulmstead.title, ulmstead.owner) == (
        "jobless-ulm",
        "Jobless rate in Ulmstead",
        "harbour desk",
    )
    assert told(ulmstead) == [("7.2 %", "2025-01", "INSEE", 2), ("7.4 %", "2025-02", "INSEE", 3)]
    assert told(brookfield) == [("5,1 %", "2025-02", "Town Hall", 5)]
    assert ulmstead.match == ("unemployment in Ulmstead", "people out of work in Ulmstead")
    assert brookfield.match == ("unemployment in Brookfield",)
    assert [(Path(claim.path).name, claim.line) for claim in registry.claims] == [("t.csv", 2), ("t.csv", 5)]
    assert [Path(file).name for file in registry.files] == ["claims.yaml", "t.csv"]


@pytest.mark.parametrize(
    "table",
    [
        ROWS.replace("\n", "\r\n"),
        "\ufeff" + ROWS,
        ROWS.replace('"5,1"', "5.1").replace(",", ";"),
        ROWS.replace('"5,1"', "5.1").replace(",", "\t"),
        ROWS.replace(",insee", ", insee ").replace(",Ulmstead", ',"Ulmstead"'),
    ],
)
def test_tables_of_every_office_are_read(tmp_path: Path, table: str) -> None:
    first, second = load(tmp_path, table).claims
    assert [len(first.values), len(second.values)] == [2, 1]


def test_other_kinds(tmp_path: Path) -> None:
    dates = template(kind="date", value='"{month}"', as_of=None)
    assert [claim.values[0].date for claim in load(tmp_path, ROWS, dates).claims] == ["2025-01", "2025-02"]
    names = template(kind="name", value='"{town}"', also='["{by}"]')
    assert load(tmp_path, ROWS, names).claims[0].values[0].also == ("insee",)
    rated = template(kind="statement", rating='"{by}"', value=None)
    statements = ROWS.replace("insee", "false").replace("Town Hall", "unproven")
    assert [claim.rating for claim in load(tmp_path, statements, rated).claims] == ["false", "unproven"]


def test_a_table_stands_beside_claims_and_in_included_files(tmp_path: Path) -> None:
    more = template(part_of="all") + "claims: {all: 'Jobless in the county: 6 %'}\n"
    assert [claim.part_of for claim in load(tmp_path, ROWS, more).claims] == [None, "all", "all"]
    (tmp_path / "desk.yaml").write_text("include: claims.yaml\nlang: en\n", "utf-8")
    assert len(load_registry(tmp_path / "desk.yaml").claims) == 3


def test_a_table_is_written_in_the_language_of_its_file(tmp_path: Path) -> None:
    table = f'{HEAD}ulm,Ulmstead,"1,375",2025-01,insee,\n'
    french = "lang: fr\n" + template(value='"{rate} million"')
    [value] = load(tmp_path, table, french).claims[0].values
    assert value.quantity == Quantity(1.375e6)
    with pytest.raises(RegistryError, match=re.escape("t.csv:2: column `rate`: `1,375 million` can be read")):
        load(tmp_path, table, template(value='"{rate} million"'))


def test_what_a_cell_holds_is_no_template(tmp_path: Path) -> None:
    [claim] = load(tmp_path, f"{HEAD}ulm,{{rate}} *a &b !!x,7,2025,insee,\n").claims
    assert claim.title == "Jobless rate in {rate} *a &b !!x"


ULM = "ulm,Ulmstead,7.2,2025-01,insee,\n"
WRONG_ROWS = [
    ("ulm,Ulmstead,many,2025-01,insee,\n", "t.csv:2: column `rate`: cannot read the value `many %`"),
    ("ulm,Ulmstead,7,May,insee,\n", "t.csv:2: column `month`: no such date: `May`"),
    (f"{ULM}\nbro,Brookfield,,2025-01,insee,\n", "t.csv:4: column `rate`: is empty, and `value` needs it"),
    ("ulm,,7,2025,insee,\n", "t.csv:2: column `town`: is empty, and `title` needs it"),
    (",Ulmstead,7,2025,insee,\n", "t.csv:2: column `code`: is empty, and `id` needs it"),
    ("ulm,Ulmstead,7,,insee,\n", "t.csv:2: column `month`: is empty, and `as_of` needs it"),
    ("ulm,Ulmstead,7,2025,inse,\n", "t.csv:2: column `by`: unknown source `inse` (did you mean `insee`?)"),
    ("ulm,Ulmstead,7,2025,insee,...\n", "t.csv:2: column `phrase`: `match` has neither letter nor digit"),
    ("ulm,Ulmstead,7\n", "t.csv:2: 3 cells for 6 columns (a cell that holds the delimiter needs quotes)"),
    (ULM + "ulm,Ulm,7,2025,insee,\n",
     "t.csv:3: column `town`: `title` is another than on line 2, which has the same id"),
    (ULM + "ulm,Ulmstead,7,2025,insee,jobs\n",
     "t.csv:3: columns `town`, `phrase`: `match` is another than on line 2, which has the same id"),
    (f'{ULM}ulm,"Ulm', "t.csv:3: is no row: unexpected end of data"),
    (f'{ULM}"ulm"a,"Ulm', "t.csv:3: is no row: ',' expected after '\"'"),
    (f"ulm,{'U' * 20_001},7,2025,insee,\n", "t.csv:2: a cell of 20,001 characters (at most 20,000)"),
    ("", "t.csv:2: no row below the names of the columns"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "why"), WRONG_ROWS)
def test_a_row_that_cannot_be_read_is_told(tmp_path: Path, table: str, why: str) -> None:
    with pytest.raises(RegistryError, match=re.escape(f"{tmp_path}/{why}")):
        load(tmp_path, HEAD + table)


WRONG_TEMPLATES = [
    (template(value='"{rat}"'),
     "claims.yaml:8:12: {0}/t.csv: no column is called `rat` (did you mean `rate`?)"),
    (template(**{"from": "u.csv"}), "claims.yaml:4:11: `from` finds no file: `u.csv`"),
    (template(**{"from": "/dev/zero"}), "`from` finds no file"),
    (template(**{"from": "."}), "`from` finds no file"),
    (template(value="{rate}"), 'claims.yaml:8:12: a text that begins with { needs quotes: value: "{column}"'),
    (template(match="[{town}]"), "a text that begins with { needs quotes"),
    (template(value=None), "claims.yaml:4:5: a table needs `value`"),
    (template(id=None), "a table needs `id`"),
    (template(title=None, match=None), "a table needs `title`"),
    (template(uint="km"), "claims.yaml:12:5: unknown key `uint` (did you mean `unit`?)"),
    (template(kind="figure"), "claims.yaml:12:11: `kind` cannot be `figure`"),
    (template(also="x"), "claims.yaml:12:5: unknown key `also`"),
    (template(part_of="county"), "claims.yaml:12:14: `part_of` names no claim: `county`"),
    ("tables: {}", "claims.yaml:1:9: `tables` must hold tables"),
    ("tables: {a: t.csv}", "claims.yaml:1:13: the table `a` must be a mapping of from, id,"),
    (template() + "claims: {jobless-ulm: 'T: 3'}",
     "t.csv:2: column `code`: duplicate id `jobless-ulm` (first in"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "why"), WRONG_TEMPLATES)
def test_a_template_that_is_wrong_is_told_once(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(RegistryError, match=re.escape(why.replace("{0}", str(tmp_path)))) as error:
        load(tmp_path, ROWS, text)
    assert len(str(error.value).splitlines()) == 1


def test_two_columns_of_one_name_are_told_where_one_is_meant(tmp_path: Path) -> None:
    twice = "code,town,rate,month,by,phrase,,,rate\nulm,Ulm,7,2025,insee,,,,8\n"
    with pytest.raises(RegistryError, match="two columns are called `rate`"):
        load(tmp_path, twice)
    assert load(tmp_path, twice.replace("rate\n", "note\n")).claims


def test_tables_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MAX_ROWS", 2)
    with pytest.raises(RegistryError, match=r"t\.csv:5: more than 2 rows"):
        load(tmp_path, ROWS)
    monkeypatch.setattr(rows, "MAX_BYTES", 100)
    with pytest.raises(RegistryError, match=r"claims\.yaml:4:11: .*t\.csv has [0-9]+ bytes \(at most 100\)"):
        load(tmp_path, ROWS)


def two(folder: Path) -> Registry:
    """A table beside another that a file of the same registry has."""
    table = template(id='"more-{code}"').split("\n", 1)[1]
    (folder / "more.yaml").write_text(table, "utf-8")
    return load(folder, ROWS, f"include: more.yaml\n{template()}")


@pytest.mark.parametrize(
    ("bound", "most", "why"),
    [
        ("MAX_ROWS", 6, r"t\.csv:5: the tables have more than 5 rows in all: leave out"),
        ("MAX_TABLES", 2, r"more\.yaml:3:5: more than 1 tables: put those that are alike in one"),
        ("MAX_TEXT", 2_000, r"t\.csv:[2-5]: the claims of all tables have more than [0-9,]+ characters"),
    ],
)
def test_all_tables_together_are_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str, most: int, why: str
) -> None:
    monkeypatch.setattr(tables, bound, most)
    assert len(two(tmp_path).claims) == 4
    monkeypatch.setattr(tables, bound, most - 1 if most < 10 else most // 2)
    with pytest.raises(RegistryError, match=why):
        two(tmp_path)


def test_a_template_blows_no_cell_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_TEXT", 100_000)
    often = "{phrase}" * 2000
    text, said = template(exclude=f'"{often}"'), ULM.replace("insee,", "insee," + "j" * 99)
    assert load(tmp_path, ROWS).claims
    assert load(tmp_path, f"{HEAD}{ULM}", text).claims
    with pytest.raises(RegistryError, match=r"t\.csv:3: the claims of all tables have more than 100,000 "):
        load(tmp_path, f"{HEAD}{ULM}{said}", text)


def test_of_very_many_mistakes_some_are_told(tmp_path: Path) -> None:
    with pytest.raises(RegistryError) as error:
        load(tmp_path, HEAD + "a,b\n" * 30)
    lines = str(error.value).splitlines()
    assert (len(lines), lines[-1]) == (21, f"{tmp_path}/t.csv: and 10 more like these")


def test_a_table_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match=r"t\.csv:2:5: not UTF-8: save the file as UTF-8"):
        load(tmp_path, HEAD.encode() + "ulm,Ü".encode("latin-1"))


def test_no_edit_goes_to_a_table(tmp_path: Path) -> None:
    registry = load(tmp_path, ROWS)
    with pytest.raises(RegistryError, match=r"table's row: edit the CSV: .*t\.csv:5$"):
        home(registry, "jobless-bro")
    with pytest.raises(RegistryError, match="every claim is a table's row"):
        home(registry)
    mixed = load(tmp_path, ROWS, template() + "claims: {all: 'Jobless in the county: 6 %'}\n")
    assert home(mixed) == home(mixed, "all") == mixed.path


@given(
    st.lists(st.lists(st.text(max_size=8) | st.sampled_from(["7", "2025", "insee"]), max_size=7), max_size=4)
)
@example([["ulm", "Ulmstead", "7", "2025", "insee", ""]])
@example([['"', "\r", "\0", "\x85", "{rate}", "~"]])
def test_any_cells_load_or_tell_their_line(
    tmp_path_factory: pytest.TempPathFactory, cells: list[list[str]]
) -> None:
    table = HEAD + "".join(",".join(row) + "\n" for row in cells)
    try:
        registry = load(tmp_path_factory.mktemp("t"), table.encode("utf-8", "replace"))
    except RegistryError as error:
        lines = table.splitlines(keepends=False)
        for line in str(error).splitlines():
            found = re.match(r".*t\.csv:([0-9]+)[: ]", line)
            assert int(found[1] if found else 0) in range(1, len(lines) + 2)
    else:
        assert {claim.line > 1 for claim in registry.claims} == {True}


GOOD = [
    template(),
    template(kind="date", value='"{month}"', as_of=None),
    template(kind="statement", rating="false", value=None),
    template(source='{name: "{by}", url: "https://example.org/{code}"}', until="2027", unit='"%"'),
    template(ignore="[stale]", reason="yearly", competing="true", tolerance="5%", review="2027-01"),
]
BAD = [
    template(value=None),
    template(id=None),
    template(title=None, match=None),
    template(value="{rate}"),
    template(uint="km"),
    template(kind="figure"),
    "tables: {}",
    "tables: {a: t.csv}",
]


@pytest.mark.parametrize("text", GOOD)
def test_the_schema_takes_what_loads(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, ROWS, text).claims
    assert conforms(text)


@pytest.mark.parametrize("text", BAD)
def test_the_schema_refuses_what_does_not(tmp_path: Path, text: str) -> None:
    with pytest.raises(RegistryError):
        load(tmp_path, ROWS, text)
    assert not conforms(text)


def test_the_schema_knows_the_same_keys() -> None:
    properties = claims_schema()["$defs"]["table"]["properties"]
    assert set(properties) == set(KEYS)
    assert all(part["description"] for part in properties.values())
