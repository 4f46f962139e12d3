"""The composer: from a plan to tasks."""
