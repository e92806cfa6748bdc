"""The improvement board."""

from regie.board.models.suggestion import MeToo, Move, Suggestion

__all__ = ["MeToo", "Move", "Suggestion"]
