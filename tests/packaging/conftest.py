"""What builds lies beside the program, not in it: its modules are found here."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent.parent / "packaging"))
