"""What must hold whatever people do, in whatever order, alone or at the same moment."""
