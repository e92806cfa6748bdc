"""What the project's own files are: those that are, or would be, kept in git."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ("sociaal", "cases", "intake", "regie")


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project; also without git, as in an unpacked archive."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = (
            subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
        )
    except (OSError, subprocess.CalledProcessError):
        return tuple(path for path in sorted(ROOT.rglob("*")) if path.is_file() and not _made(path))
    return tuple(ROOT / name for name in listed if name and (ROOT / name).is_file())


def _made(path: Path) -> bool:
    made = {".venv", "node_modules", "var", "__pycache__", ".git", ".mypy_cache", ".ruff_cache"}
    return bool(made & set(path.relative_to(ROOT).parts)) or path.suffix == ".mo"


def python(*folders: str) -> list[Path]:
    """The Python files, of these top folders only when any are given."""
    return [
        path
        for path in files()
        if path.suffix == ".py" and (not folders or path.relative_to(ROOT).parts[0] in folders)
    ]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
