"""The device pane: the list of phones, and what the operator writes about them."""
