"""Item models over what the state says. QtCore and QtGui, no I/O."""
