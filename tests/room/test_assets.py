"""The files that pages load: as small as they can be without another tool, and the same to a browser."""

import gzip

from in_node import run

from exercises.room.assets import PACKAGE, Assets, compact_style


def test_files_come_without_comments_and_indentation():
    assets = Assets()
    for name in ("page/kit.js", "page/kit.css"):
        lines = assets.get(name).plain.decode().strip().splitlines()
        assert [line for line in lines if not line or line[0].isspace() or "/*" in line] == [], name
        assert gzip.decompress(assets.get(name).packed) == assets.get(name).plain


def test_every_module_is_still_one(tmp_path):
    assets = Assets()
    modules = [file.relative_to(PACKAGE).as_posix() for file in PACKAGE.rglob("*.js")]
    for name in modules:
        (tmp_path / name.replace("/", "-")).with_suffix(".mjs").write_bytes(assets.get(name).plain)
    check = tmp_path / "check.mjs"
    check.write_text(
        "import { readdirSync, readFileSync } from 'node:fs'; import { SourceTextModule } from 'node:vm';\n"
        "const files = readdirSync(process.argv[2]).filter((name) => name !== 'check.mjs');\n"
        "for (const name of files) new SourceTextModule(readFileSync(process.argv[2] + '/' + name, 'utf8'));\n"
        "console.log(files.length);",
        "utf-8",
    )
    done = run("--experimental-vm-modules", "--no-warnings", check, tmp_path)
    assert (done.stdout.strip(), len(modules) > 40) == (str(len(modules)), True), done.stderr


def test_a_style_keeps_what_stands_in_quotes():
    style = """/* one */
.a::before {
  content: "/* no comment */\\" two  spaces"; /* two
  lines */
}

.b { content: '  ' }
"""
    lines = [".a::before {", 'content: "/* no comment */\\" two  spaces";', "}", ".b { content: '  ' }"]
    assert compact_style(style).splitlines() == lines
