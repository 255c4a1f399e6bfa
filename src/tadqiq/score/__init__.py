"""From findings to a verdict: MQM quality, ranking, agreement with other texts, signature."""

from .agreement import ReferenceScores, against_references, with_siblings
from .likelihood import CALIBRATION, mt_likelihood
from .mqm import MQM, RELIABLE_WORDS, Weights, score
from .ranking import OrderKey, Rank, order_keys, rank
from .signature import digest, signature

__all__ = [
    "CALIBRATION",
    "MQM",
    "RELIABLE_WORDS",
    "OrderKey",
    "Rank",
    "ReferenceScores",
    "Weights",
    "against_references",
    "digest",
    "mt_likelihood",
    "order_keys",
    "rank",
    "score",
    "signature",
    "with_siblings",
]
