"""What each script needs: one model a file, and the registry. No Qt, no HTTP."""
