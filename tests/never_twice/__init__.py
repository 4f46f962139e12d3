"""Whether the panel ever creates a task twice or says what is not so, on a line that breaks at random.

``python -m tests.never_twice --submissions 1000 --json`` sends through a proxy that breaks requests, and lets
the simulator's own database judge what the panel says in the end; with ``--kills 100`` the panel is killed
that often on the way, at random moments.
"""
