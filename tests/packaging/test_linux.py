"""Linux: what of its packages can be checked without building them."""

from linux import glibc


def test_the_newest_glibc_that_anything_needs_counts(tmp_path):
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "a.so").write_bytes(b"\x7fELF...\0GLIBC_2.4\0GLIBC_2.34\0GLIBCXX_3.4.30\0")
    (tmp_path / "program").write_bytes(b"\x7fELF...\0GLIBC_2.17\0GLIBC_2.2.5\0")
    (tmp_path / "notes.txt").write_bytes(b"\0GLIBC_2.99\0")
    assert glibc.needed(tmp_path) == "2.34"
