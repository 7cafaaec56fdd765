"""A real browser that says what a file made it do: what ran, what was asked for, what opened."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright, Route

CHROMIUM = os.environ.get("CLEANER_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
FIREFOX = os.environ.get("CLEANER_FIREFOX") or next(
    filter(None, map(shutil.which, ("firefox-esr", "firefox"))), ""
)
DOWNLOADS = Path(tempfile.gettempdir()) / f"cleaner-downloads-{os.getpid()}"
"""Where Firefox puts them: no event tells of one."""
_SETTINGS = {
    "network.proxy.type": 1,
    "network.proxy.socks": "127.0.0.1",
    "network.proxy.socks_port": 9,
    "ui.prefersReducedMotion": 1,
}
"""Of Firefox: no way to the network, and nothing moves."""
_QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage"
).split()
_POKE = """
() => {
  const documents = [document];
  for (const frame of document.querySelectorAll("iframe")) {
    try { if (frame.contentDocument) documents.push(frame.contentDocument); } catch {}
  }
  for (const each of documents) {
    for (const element of [...each.querySelectorAll("*")]) {
      for (const name of ["pointerenter", "mouseover", "mouseenter", "focusin"]) {
        element.dispatchEvent(new MouseEvent(name, { bubbles: true }));
      }
      try { element.focus(); } catch {}
      if (!element.matches("summary, [data-save]")) {
        if (element.click) element.click();
        else element.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      }
    }
  }
}
"""
_RAN = """
() => {
  const ran = (from) => {
    try {
      return Boolean(from.__ran) || [...Array(from.length).keys()].some((i) => ran(from[i]));
    } catch { return false; }
  };
  return ran(window);
}
"""


@dataclass
class Seen:
    """What happened in a tab."""

    page: Page
    requests: list[str] = field(default_factory=list)
    """All that was asked for, even what the browser refused by the policy."""
    reached: list[str] = field(default_factory=list)
    """What came through to the network, where it ended."""
    dialogs: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """Windows, downloads, sockets."""
    errors: list[str] = field(default_factory=list)
    """Of the report's own script."""

    def refuse(self, route: Route) -> None:
        """Let nothing through."""
        self.reached.append(route.request.url)
        route.abort("internetdisconnected")

    @property
    def ran(self) -> bool:
        """Whether an attack's script did."""
        return bool(self.page.evaluate(_RAN))

    @property
    def harm(self) -> list[str]:
        """All that an attack achieved."""
        asked = [url for url in self.requests if not url.startswith("file:")]
        return asked + self.dialogs + self.others + ["it ran"] * self.ran

    def poke(self) -> None:
        """Hover over, focus and click everything, in frames too."""
        self.page.evaluate(_POKE)
        for key in ["Tab"] * 12 + ["Enter", "Escape"]:
            self.page.keyboard.press(key)
        self.page.wait_for_timeout(30)


def launch(playwright: Playwright, name: str) -> Browser:
    """Headless, with no way to the network. Firefox is the one of the system, by WebDriver BiDi."""
    if name == "firefox":
        return playwright.firefox.launch(
            channel="moz-firefox",
            executable_path=FIREFOX,
            firefox_user_prefs=_SETTINGS,
            downloads_path=DOWNLOADS,
        )
    rules = "--host-resolver-rules=MAP * ~NOTFOUND"
    return playwright.chromium.launch(executable_path=CHROMIUM, args=[*_QUIET, rules])


def saved(seen: Seen, selector: str, folder: Path) -> Path:
    """The file that a click saves, in a folder."""
    button = seen.page.locator(selector)
    browser = seen.page.context.browser
    if browser is not None and browser.browser_type.name == "firefox":
        button.click()
        return _arrived(folder)
    with seen.page.expect_download() as download:
        button.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def _arrived(folder: Path) -> Path:
    for _ in range(100):
        whole = [f for f in DOWNLOADS.glob("*") if f.suffix != ".part" and f.stat().st_size]
        if whole:
            return Path(shutil.move(whole[0], folder / whole[0].name))
        time.sleep(0.05)
    raise AssertionError("nothing was saved")


@contextmanager
def tab(browser: Browser, file: Path, **context: object) -> Iterator[Seen]:
    """A file opened in a tab of its own; every request but for the file itself fails."""
    inside = browser.new_context(**context)
    try:
        page = inside.new_page()
        seen = Seen(page)
        inside.route(lambda url: not url.startswith("file:"), seen.refuse)
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("dialog", lambda dialog: (seen.dialogs.append(dialog.message), dialog.dismiss()))
        page.on("popup", lambda window: seen.others.append(f"window {window.url}"))
        page.on("download", lambda download: seen.others.append(f"download {download.url}"))
        page.on("websocket", lambda socket: seen.others.append(f"socket {socket.url}"))
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.goto(file.as_uri(), wait_until="load")
        yield seen
    finally:
        inside.close()
