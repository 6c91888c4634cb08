"""Who held which post, and when: certain, possible and unknown apart."""

from kg.query.tenures.asking import tenures_of
from kg.query.tenures.model import Bound, Ground, Tenure, in_time, status

__all__ = ["Bound", "Ground", "Tenure", "in_time", "status", "tenures_of"]
