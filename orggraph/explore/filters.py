"""Which relations a page shows, as a view says it."""

from collections.abc import Mapping

from orggraph.errors import OrgGraphError
from orggraph.explore.spec import Spec
from orggraph.vocabulary import Vocabulary

_IN_ROWS = frozenset({"employment", "representation"})


def choose_relations(vocabulary: Vocabulary, spec: Spec) -> Mapping[str, list[str]]:
    """Return the fields of a view that choose the relations shown: whole families, and types.

    Raises UnknownTermError for a family that there is not, and OrgGraphError where none is left.

    A view that names a type draws it in any case, where it would else be told in the rows of
    members. Nobody who takes one type away asks for that, so such types stay in the rows.
    """
    if not spec.is_filtered:
        return {}
    chosen = _chosen(vocabulary, spec)
    if not chosen:
        raise OrgGraphError("nothing-to-draw")
    whole = [
        family
        for family in vocabulary.families
        if (types := vocabulary.types_of(family=family)) and types <= chosen
    ]
    rest = [
        type_.id
        for type_ in vocabulary.types.values()
        if type_.id in chosen and type_.family not in whole
    ]
    lines = [id_ for id_ in rest if _IN_ROWS.isdisjoint(vocabulary.types[id_].traits)]
    if spec.members != "nodes" and (lines or whole):
        rest = lines
    if not rest and len(whole) == len({type_.family for type_ in vocabulary.types.values()}):
        return {}
    return {"families": whole, "types": rest}


def _chosen(vocabulary: Vocabulary, spec: Spec) -> frozenset[str]:
    types = frozenset(vocabulary.types)
    if spec.families is not None:
        families = [vocabulary.find_family(words).id for words in spec.families]
        types = frozenset[str]().union(*(vocabulary.types_of(family=each) for each in families))
    return types.difference(spec.without_types)
