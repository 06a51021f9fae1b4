"""A graph's things in a file, each read when it is asked for."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar
from weakref import finalize

from orggraph.errors import OrgGraphError
from orggraph.model import Node, PartialDate, Parts, Relation, Seat, Source
from orggraph.model.index import Index
from orggraph.source import Location
from orggraph.store import statements
from orggraph.store.counting import UNKNOWN
from orggraph.store.head import unpack_setting, unpack_source, unpack_vocabulary
from orggraph.store.names import StoredNames
from orggraph.store.opening import open_store, told_damage, verify
from orggraph.store.packing import Packing, Row
from orggraph.store.things import Kept, StoredThings
from orggraph.store.trust import as_local_text, as_number, as_one_of, as_text
from orggraph.text import collation_key
from orggraph.vocabulary import REPORTING

_KEPT = 4_096  # nodes, and answers of each other kind

T = TypeVar("T")


class StoredIndex:
    """The things of a graph in a file that is only read (`orggraph.model.index.Index`).

    What is asked for is read from the file by number, and little of it is kept.
    """

    def __init__(
        self,
        path: Path,
        shown: str,
        files: Mapping[str, str] | None = None,
        *,
        memory: Path | None = None,
    ) -> None:
        """Open a file; raises ReadError for what is no sound store that this version can read.

        ``memory`` is the folder in which it is kept that large files are sound (`open_store`).
        Documents are named from where the store is; but where it stands for the data ``files`` that
        it was made of, paths by name, from where those are, and so are the places of all things.
        """
        self._database = open_store(path, shown, memory)
        finalize(self, self._database.close)
        self._path, self._shown = path.absolute(), shown
        self._kept = Kept[Node](_KEPT)
        with told_damage(shown):
            self._read_head(files)
        self.nodes: Mapping[str, Node] = StoredThings(
            self._node,
            lambda: ((node.id, node) for node in self._iter_nodes()),
            lambda: (id_ for (id_,) in self._ask("SELECT id FROM node ORDER BY number")),
            lambda: self._counts["node"],
        )
        self.relations: Mapping[str, Relation] = StoredThings(
            self._relation,
            lambda: ((r.id, r) for r in self.iter_relations()),
            lambda: (r.id for r in self.iter_relations()),
            lambda: self._counts["relation"],
        )
        self.seats: Mapping[str, Seat] = StoredThings(
            lru_cache(_KEPT)(self._seat),
            lambda: ((s.id, s) for s in self._iter_seats()),
            lambda: (s.id for s in self._iter_seats()),
            lambda: self._counts["seat"],
        )

    def _read_head(self, files: Mapping[str, str] | None) -> None:
        about = dict(self._ask("SELECT key, value FROM about"))
        self.language = as_text(about["language"])
        title = about["title"]
        self.title = None if title is None else as_local_text(json.loads(title))
        self._counts = {
            table: as_number(int(about[f"count of {table}"]))
            for table in ("node", "relation", "seat", "name", "led")
        }
        if max(self._counts.values()) > self._path.stat().st_size:
            raise ValueError(self._counts)
        paths = (path for (path,) in self._ask("SELECT path FROM file ORDER BY number"))
        shown_as = files or {}
        self._packing = Packing(
            self.language, (shown_as.get(Path(path).name, path) for path in paths)
        )
        terms = ("kind", "family", "type", "role")
        self.vocabulary = unpack_vocabulary({table: self._table(table) for table in terms})
        self._type_ids = list(self.vocabulary.types)
        self._reporting = self.vocabulary.types_of(family=REPORTING)
        rules = self._table("rule")
        self.settings = tuple(unpack_setting(row, self._packing) for row in rules)
        home = Location(self._shown, 0, 0) if files is None else None
        found = (unpack_source(row, self._packing, home) for row in self._table("source"))
        self.sources: Mapping[str, Source] = {source.id: source for source in found}
        self._packing.sources, self._packing.types = self.sources, self.vocabulary.types

    @cached_property
    def names(self) -> StoredNames:
        """What the nodes are called."""
        return StoredNames(self._ask, self._counts["name"])

    @property
    def parts(self) -> Parts:
        """All that was written down, in memory."""
        return Parts(
            tuple(self.nodes.values()),
            tuple(relation for relation in self.iter_relations() if not relation.is_derived),
            tuple(self.seats.values()),
            tuple(self.sources.values()),
            self.settings,
            self.title,
            self.language,
            self.vocabulary,
        )

    def relations_from(
        self, node: str, types: Collection[str] | None = None
    ) -> Collection[Relation]:
        """Return the relations whose source is a node, in order: of some types, or of all."""
        query = f"{statements.FROM} AND {self._of(types)} ORDER BY r.number"
        return list(self._each(query, self._to_relation, node))

    def relations_to(self, node: str, types: Collection[str] | None = None) -> Collection[Relation]:
        """Return the relations whose target is a node, in order: of some types, or of all."""
        query = f"{statements.TO} AND {self._of(types)} ORDER BY r.number"
        return list(self._each(query, self._to_relation, node))

    def iter_relations(self, types: Collection[str] | None = None) -> Iterator[Relation]:
        """Yield the relations of some types, or all, in order."""
        if types is None or len(types) < 2:
            query = f"{statements.RELATIONS} WHERE {self._of(types)} ORDER BY r.number"
            return self._each(query, self._to_relation)
        # Those of each type are in order already: they are merged, and the first come at once.
        ranks = sorted(map(self.vocabulary.rank_of, set(types)))
        each = (statements.OF_TYPE.format(rank=rank) for rank in ranks)
        query = f"{' UNION ALL '.join(each)} ORDER BY number"
        return self._each(query, lambda row: self._to_relation(row[:-1]))

    def relations_to_each(
        self, nodes: Collection[str], types: Collection[str] | None = None
    ) -> Mapping[str, Collection[Relation]]:
        """Return the relations to each of some nodes, as `relations_to` does one by one."""
        found: dict[str, list[Relation]] = {node: [] for node in nodes}
        query = f"{statements.TO_EACH} WHERE {self._of(types)} ORDER BY r.number"
        for relation in self._each(query, self._to_relation, json.dumps(list(found))):
            found[relation.target].append(relation)
        return found

    def count_relations(self, types: Collection[str] | None = None) -> int:
        """Return how many relations of some types there are, or of all."""
        query = f"SELECT count(*) FROM relation r WHERE {self._of(types)}"
        ((count,),) = self._ask(query) if types is not None else [(len(self.relations),)]
        return int(count)

    def read_ahead(self, nodes: Collection[str]) -> None:
        """Read nodes together that are asked for next."""
        if missing := [node for node in dict.fromkeys(nodes) if node not in self._kept]:
            for node in self._each(statements.NODES_OF, self._to_node, json.dumps(missing)):
                self._kept.add(node.id, node)

    def nodes_by_name(self, kind: str) -> Iterator[Node]:
        """Yield the nodes of a kind by name, and then by id.

        They are sorted in the database, which puts what it has no room for into a temporary file.
        """
        self._database.create_function("collated", 1, _collated, deterministic=True)
        return self._each(statements.BY_NAME, self._to_node, kind)

    def seats_of(self, body: str) -> Collection[Seat]:
        """Return the seats of a body, the chair's first."""
        query = f"{statements.SEATS} WHERE b.id = ? ORDER BY s.number"
        return list(self._each(query, self._packing.to_seat, body))

    def tops(self, types: Collection[str]) -> Collection[str]:
        """Return the ids of the nodes that relations of some types lead to, and none from."""
        of = self._of(types)
        led_to = f"SELECT r.target FROM relation r WHERE {of}"
        if types == self._reporting:
            led_to = "SELECT node FROM below"
        query = (
            f"SELECT n.id FROM node n WHERE n.number IN ({led_to})"
            f" AND NOT EXISTS (SELECT 1 FROM relation r WHERE r.source = n.number AND {of})"
            " ORDER BY n.number"
        )
        return [id_ for (id_,) in self._ask(query)]

    def count_apart(self, types: Collection[str]) -> int:
        """Return how many nodes no relation of some types leads to or from."""
        if types == self._reporting:
            return len(self.nodes) - self._counts["led"] - len(self.tops(types))
        of = self._of(types)
        joined = " UNION ".join(
            f"SELECT r.{end} FROM relation r WHERE {of}" for end in ("source", "target")
        )
        ((count,),) = self._ask(f"SELECT count(*) FROM ({joined})")
        return len(self.nodes) - int(count)

    def count_below(self, node: str, types: Collection[str]) -> int:
        """Return how many other nodes reach one by relations of some types."""
        if types == self._reporting:
            counted = self._ask("SELECT count FROM below WHERE node = " + statements.NUMBER, node)
            (count,) = next(counted, (0,))
            if count != UNKNOWN:
                return int(count)
        ((count,),) = self._ask(statements.REACHING.format(types=self._of(types)), node)
        return int(count)

    def verify(self) -> None:
        """Raise OrgGraphError where a byte of the file is not as it was written."""
        verify(self._path, self._shown, whole=True)
        (found, *_) = next(self._ask("PRAGMA quick_check(1)"))
        if found != "ok":
            raise OrgGraphError("damaged-store", path=self._shown, reason=found)

    def restricted(self, when: PartialDate | None, types: Collection[str] | None) -> Index:
        """Return the index of what may hold on a date, and of relations of some types only."""
        from orggraph.store.restricting import restrict  # most questions are about all of it

        return restrict(self, when, types)

    def _of(self, types: Collection[str] | None) -> str:
        """Return the condition of SQL that a relation ``r`` is of some types."""
        if types is None:
            return "1"
        ranks = sorted(map(self.vocabulary.rank_of, types))
        return f"r.type IN ({', '.join(map(str, ranks))})"

    def _node(self, id_: str) -> Node | None:
        node = self._kept.get(id_)
        if node is None:
            node = next(self._each(f"{statements.NODES} WHERE id = ?", self._to_node, id_), None)
            if node is not None:
                self._kept.add(id_, node)
        return node

    def _relation(self, id_: str) -> Relation | None:
        own = self._each(f"{statements.RELATIONS} WHERE r.id = ?", self._to_relation, id_)
        if found := next(own, None):
            return found
        source, type_, target, *_ = (*id_.split(":"), "", "", "")
        if type_ not in self.vocabulary.types:
            return None
        query = f"{statements.FROM} AND {self._of([type_])} AND t.id = ? AND r.id IS NULL"
        several = self._each(query, self._to_relation, source, target)
        return next((relation for relation in several if relation.id == id_), None)

    def _seat(self, id_: str) -> Seat | None:
        body, _, key = id_.partition("/")
        query = f"{statements.SEATS} WHERE b.id = ? AND s.key = ?"
        return next(self._each(query, self._packing.to_seat, body, key), None)

    def _iter_nodes(self) -> Iterator[Node]:
        return self._each(f"{statements.NODES} ORDER BY number", self._to_node)

    def _iter_seats(self) -> Iterator[Seat]:
        return self._each(f"{statements.SEATS} ORDER BY s.number", self._packing.to_seat)

    def _to_node(self, row: Row) -> Node:
        node = self._packing.to_node(row)
        as_one_of(node.kind, self.vocabulary.kinds)
        return node

    def _to_relation(self, row: Row) -> Relation:
        id_, rank, *rest = row
        return self._packing.to_relation((id_, self._type_ids[rank], *rest))

    def _table(self, name: str) -> list[Row]:
        return list(self._ask(f"SELECT * FROM {name} ORDER BY number"))

    def _each(self, query: str, make: Callable[[Row], T], *values: object) -> Iterator[T]:
        # A generator for each row less than `_ask`: this is asked most.
        with told_damage(self._shown), suppress(UnicodeEncodeError):
            yield from map(make, self._database.execute(query, values))

    def _ask(self, query: str, *values: object) -> Iterator[Any]:
        """Yield the rows of a query; raises OrgGraphError where the file turns out damaged."""
        with told_damage(self._shown), suppress(UnicodeEncodeError):  # which is in no file
            yield from self._database.execute(query, values)


def _collated(name: str) -> str:
    return collation_key(name)[0]
