"""The interface for other systems of the municipality; see `docs/interface.md`."""
