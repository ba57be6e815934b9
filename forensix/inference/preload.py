"""Torch's libraries brought into the process without holding the interpreter: a window stays awake while they are linked."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from pathlib import Path

LIBRARIES = ("libtorch_global_deps", "libtorch_python")
"""In the order in which torch itself loads them; what they need comes with them."""


def preload() -> bool:
    """Link torch's libraries, so that `import torch` finds them there; whether anything was done.

    Python holds its interpreter lock while it links an extension module, and torch's take a second and a half: no other thread runs
    meanwhile. A foreign function called through ctypes gives the lock up, and the loader is one. Torch does this itself on Windows.
    """
    found = None if "torch" in sys.modules else importlib.util.find_spec("torch")
    if sys.platform == "win32" or found is None or found.origin is None:
        return False
    suffix, folder = ".dylib" if sys.platform == "darwin" else ".so", Path(found.origin).parent / "lib"
    files = [folder / f"{name}{suffix}" for name in LIBRARIES]
    load = ctypes.CDLL(None).dlopen
    load.restype, load.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_int)
    for file, mode in zip(files, (os.RTLD_LAZY | os.RTLD_GLOBAL, os.RTLD_LAZY | os.RTLD_LOCAL), strict=True):
        if file.is_file():
            load(os.fsencode(file), mode)  # a failure here is met, with its reason, by the import that follows
    return True
