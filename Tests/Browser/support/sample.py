"""A round small enough to be held in a second or two: three units that are eligible, one that is not, five members."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

from .places import EXAMPLE

CRITERIA = ("political-task", "meeting-quality", "unity-discipline", "members")


def lines(name: str) -> list[str]:
    return (EXAMPLE / name).read_text("utf-8-sig").splitlines()


@dataclass
class Sample:
    """Which lines of the example's tables make up a round."""

    units: tuple[str, ...] = ("cb-01", "cb-02", "cb-03", "cb-09")
    eligible: tuple[str, ...] = ("cb-01", "cb-02", "cb-03")
    criteria: tuple[str, ...] = CRITERIA
    voters: tuple[str, ...] = ("uv-01", "uv-02", "uv-03", "uv-04", "uv-08")
    presence: dict[str, str] = field(default_factory=lambda: {
        "uv-01": "present", "uv-02": "present", "uv-03": "present", "uv-04": "present", "uv-08": "excused"})

    @property
    def present(self) -> list[str]:
        return [voter for voter in self.voters if self.presence[voter] == "present"]

    @property
    def units_csv(self) -> str:
        return self._table("units.csv", self.units)

    @property
    def voters_csv(self) -> str:
        return self._table("voters.csv", self.voters)

    @property
    def unit_names(self) -> dict[str, str]:
        return self._names("units.csv", self.units)

    @property
    def voter_names(self) -> dict[str, str]:
        return self._names("voters.csv", self.voters)

    def write_marks(self, path: Path):
        """Everybody finds everything good, but for the last unit, whose second criterion fails."""
        with path.open("w", newline="") as file:
            table = csv.writer(file)
            table.writerow(["unit", "criterion", *self.present])
            for unit in self.eligible:
                for criterion in self.criteria:
                    table.writerow([unit, criterion, *self._marks(unit, criterion)])

    def _marks(self, unit: str, criterion: str) -> list[str]:
        fails = (unit, criterion) == (self.eligible[-1], CRITERIA[1])
        return ["khong-dat" if fails and place else "dat" for place, _ in enumerate(self.present)]

    @staticmethod
    def _table(name: str, wanted: tuple[str, ...]) -> str:
        head, *rows = lines(name)
        return "\n".join([head, *(row for row in rows if row.split(",")[0] in wanted)]) + "\n"

    @staticmethod
    def _names(name: str, wanted: tuple[str, ...]) -> dict[str, str]:
        return {row[0]: row[1] for row in csv.reader(lines(name)[1:]) if row[0] in wanted}



class WholeExample(Sample):
    """The example as it is, for the pictures."""

    def __init__(self):
        ids = {name: tuple(row.split(",")[0] for row in lines(name)[1:]) for name in ("units.csv", "voters.csv")}
        presence = dict(row.split(",") for row in lines("presence.csv")[1:])
        super().__init__(units=ids["units.csv"], eligible=(), voters=ids["voters.csv"], presence=presence)

    def write_marks(self, path: Path):
        path.write_text((EXAMPLE / "marks.csv").read_text())
