"""The task page: chips, filters, table, commands, and the pane with a task's details."""
