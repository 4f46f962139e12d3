"""The program among others on this PC: one panel a folder, the start at sign-in, what the system asks."""
