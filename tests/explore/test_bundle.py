"""The page's modules as one script."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from orggraph.explore.bundle import PAGE, bundle

_TOP = re.compile(r"^(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+)", re.MULTILINE)


def write(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder


def test_modules_stand_after_those_that_they_import_and_once(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        main='import {a} from "./a.js";\nimport {b} from "./b.js";\nimport "./c.js";\na(b);\n',
        a='import {b} from "./b.js";\nexport function a() { return b; }\n',
        b="export const b = 1;\r\nexport async function d() {}\r\nexport class E {}\r\n",
        c="let c = 2;\n",
    )
    assert bundle(folder) == (
        '(() => {\n"use strict";\n'
        "// b.js\nconst b = 1;\nasync function d() {}\nclass E {}\n\n"
        "// a.js\nfunction a() { return b; }\n\n"
        "// c.js\nlet c = 2;\n\n"
        "// main.js\na(b);\n})();\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        'import {a} from "https://example.org/a.js";\n',
        'import * as a from "./a.js";\n',
        "export default 1;\n",
        "export {a};\n",
        'const a = "</script>";\n',
        "// <!--\n",
    ],
)
def test_what_would_not_work_in_a_bundle_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r"main\.js"):
        bundle(write(tmp_path, main=text, a=""))


def test_a_module_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        bundle(write(tmp_path, main='import {a} from "./a.js";\n'))


def test_no_two_modules_of_the_page_name_two_things_alike() -> None:
    names = [
        name for path in sorted(PAGE.glob("*.js")) for name in _TOP.findall(path.read_text("utf-8"))
    ]
    assert len(names) > 50
    assert sorted(names) == sorted(set(names))


def test_every_module_of_the_page_is_in_its_script() -> None:
    made = bundle()
    assert sorted(re.findall(r"^// (\S+\.js)$", made, re.MULTILINE)) == sorted(
        path.name for path in PAGE.glob("*.js")
    )
    assert not re.search(r"^(import|export)\b", made, re.MULTILINE)


def test_the_page_asks_nothing_of_other_machines() -> None:
    for path in PAGE.iterdir():
        for address in re.findall(r"https?://[^\s\"'`)]+", path.read_text("utf-8")):
            assert address.startswith("http://www.w3.org/"), path.name


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node to parse JavaScript")
def test_the_script_can_be_parsed(tmp_path: Path) -> None:
    script = tmp_path / "script.js"
    script.write_text(bundle(), encoding="utf-8")
    subprocess.run(["node", "--check", script], check=True)
