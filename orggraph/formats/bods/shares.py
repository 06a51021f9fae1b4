"""The share that an interest has, in per cent, as people write it."""

from orggraph.formats.bods.statements import remark_rest
from orggraph.formats.exchange import Remarks
from orggraph.source import Problem
from orggraph.source.json_reading import JsonObject, wrong_shape
from orggraph.source.yaml_tree import YamlMap, YamlText


def read_share(node: YamlMap, remarks: Remarks, problems: list[Problem]) -> str:
    """Return ``60``, ``25–50``, or with a bound that is open or excluded ``≥ 25`` and ``> 25``.

    Empty where the file gives no number. Until 0.3 `exclusiveMinimum` says of `minimum` whether it
    is excluded; since 0.4 it is a bound of its own.
    """
    said = JsonObject(node, problems)
    exact = said.take_text("exact")
    least = _bound(said, "minimum", "exclusiveMinimum", "≥>", remarks)
    most = _bound(said, "maximum", "exclusiveMaximum", "≤<", remarks)
    remark_rest(said, remarks)
    if exact:
        return exact.text
    if least[1] and most[1]:
        if least[1] == most[1]:
            return least[1]
        if (least[0], most[0]) == ("≥", "≤"):
            return f"{least[1]}–{most[1]}"
    return ", ".join(f"{sign} {number}" for sign, number in (least, most) if number)


def _bound(
    said: JsonObject, key: str, exclusive: str, signs: str, remarks: Remarks
) -> tuple[str, str]:
    """Return a bound with its sign; the number is empty where there is none."""
    bound, other = said.take_text(key), said.take(exclusive)
    if other is not None and not isinstance(other, YamlText):
        said.problems.append(wrong_shape("a-text", other))
        other = None
    if other and other.text in ("true", "false"):
        return signs[other.text == "true"], bound.text if bound else ""
    if other and bound:
        remarks.add("value", f"{other.location}: {other.text}", exclusive)
    elif other:
        return signs[1], other.text.strip()
    return signs[0], bound.text if bound else ""
