"""One page shown to this machine alone, until it is interrupted."""

import sys
import webbrowser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def server_of(page: str, port: int = 0) -> ThreadingHTTPServer:
    """Give a server on the loopback address that answers `/` with the page; port 0 takes any free one."""
    content = page.encode("utf-8", "replace")

    class Answer(BaseHTTPRequestHandler):
        """Answers with the one page."""

        def do_GET(self) -> None:
            """Send the page, or say that there is no other."""
            if self.path != "/":
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the name that http.server gives it
            """Keep quiet."""

    return ThreadingHTTPServer(("127.0.0.1", port), Answer)


def serve(page: str) -> None:
    """Serve the page, open it in the browser, and wait for an interrupt."""
    with server_of(page) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        sys.stdout.write(f"The page is at {address} (Ctrl-C ends it)\n")
        sys.stdout.flush()
        webbrowser.open(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            sys.stdout.write("\n")
