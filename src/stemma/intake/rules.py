"""What the intake may be set to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeRules:
    """How much is taken in, and how long an address is waited for."""

    largest_file: int = 1_000_000_000  # bytes of one file
    largest_page: int = 20_000_000  # bytes of one web answer, unpacked
    largest_unpacked: int = 1_000_000_000  # bytes that one packed file may unfold to
    largest_ratio: int = 200  # times its own size that a packed file may unfold to; text packs at most some 50 times
    timeout: float = 20.0  # seconds for connecting, and again for each read
    longest_fetch: float = 60.0  # seconds for one address in all, redirects included
    redirects: int = 5
