"""Linux: a .deb and a .tar.xz."""
