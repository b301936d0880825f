"""Load: so many clients, each with one connection, asking for one page as fast as they are answered, for so many seconds."""

import http.client
import threading
import time
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Answered:
    """What came back."""

    requests: int
    seconds: float
    took: tuple[float, ...]

    @property
    def a_second(self) -> float:
        return self.requests / self.seconds

    @property
    def median_ms(self) -> float:
        return median(self.took) * 1000

    @property
    def p95_ms(self) -> float:
        return quantiles(self.took, n=20)[-1] * 1000


def ask(port: int, path: str, *, clients: int, seconds: float, cookie: str = "") -> Answered:
    """Raises RuntimeError when a page answers anything but 200: an error page is quick."""
    headers = {"Cookie": cookie, "Host": f"localhost:{port}"} if cookie else {"Host": f"localhost:{port}"}
    took: list[float] = []
    wrong: list[int] = []
    until = time.monotonic() + seconds

    def client() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while time.monotonic() < until and not wrong:
            begun = time.monotonic()
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.read()
            took.append(time.monotonic() - begun)
            if answer.status != 200:
                wrong.append(answer.status)
        connection.close()

    threads = [threading.Thread(target=client) for _ in range(clients)]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise RuntimeError(f"{path} answered {wrong[0]}")
    return Answered(len(took), time.monotonic() - begun, tuple(took))
