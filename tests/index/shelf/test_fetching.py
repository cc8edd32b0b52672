"""Pages fetched by their address: from the public web alone, within limits, where the site's robots.txt lets us."""

from __future__ import annotations

import gzip
import socket

import pytest
from aiohttp import web

from index.faults import Fault, FaultCode
from index.shelf import fetching
from index.shelf.fetching import USER_AGENT, fetch, is_public
from tests.index.web_site import LIMIT, PAGE, Site


def redirect(to: str) -> web.Response:
    return web.Response(status=302, headers={"Location": to})


def refused(site: Site, path: str, host: str = "news.example") -> FaultCode:
    with pytest.raises(Fault) as fault:
        site.get(path, host)
    return fault.value.code


def test_a_page_is_fetched_under_an_honest_name_after_its_robots_txt(site: Site) -> None:
    found = site.get("/a.html")
    assert (found.name, found.url) == ("a.html", site.address("/a.html"))
    assert found.content.decode("utf-8-sig") == PAGE
    assert site.asked == [("news.example", "/robots.txt"), ("news.example", "/a.html")]
    assert site.agents == {USER_AGENT}
    assert USER_AGENT.startswith("Sourcier/")


def test_the_charset_that_the_server_names_is_believed(site: Site) -> None:
    site.pages["/b"] = web.Response(
        body="Été à Nîmes".encode("latin-1"), headers={"Content-Type": "text/plain; charset=latin-1"}
    )
    found = site.get("/b")
    assert (found.name, found.content.decode("utf-8-sig")) == ("b.txt", "Été à Nîmes")


@pytest.mark.parametrize("rules", ["User-agent: *\nDisallow: /a", "User-agent: Sourcier\nDisallow: /*.html$"])
def test_what_robots_txt_forbids_is_not_asked_for(site: Site, rules: str) -> None:
    site.pages["/robots.txt"] = web.Response(text=rules)
    assert refused(site, "/a.html") is FaultCode.LINK_FORBIDDEN
    assert site.asked == [("news.example", "/robots.txt")]


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site) -> None:
    site.pages["/robots.txt"] = web.Response(status=503)
    assert refused(site, "/a.html") is FaultCode.LINK_FORBIDDEN


def test_rules_for_others_are_not_ours(site: Site) -> None:
    site.pages["/robots.txt"] = web.Response(text="User-agent: OtherBot\nDisallow: /")
    assert site.get("/a.html").content


def test_a_redirect_is_followed_to_where_it_leads(site: Site) -> None:
    site.pages["/old"] = redirect(f"//moved.example:{site.port}/a.html#part")
    assert site.get("/old").url == site.address("/a.html", "moved.example")
    assert ("moved.example", "/robots.txt") in site.asked


def test_redirects_without_end_are_not_followed(site: Site) -> None:
    site.pages["/round"] = redirect("/round")
    assert refused(site, "/round") is FaultCode.LINK_UNREACHABLE
    assert len(site.asked) < 10


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("http://news.example/a.html", FaultCode.LINK_NOT_HTTPS),
        ("file:///etc/passwd", FaultCode.LINK_NOT_HTTPS),
        ("https://news.example:22/a.html", FaultCode.LINK_NOT_HTTPS),
        ("https://user:secret@news.example:{port}/a.html", FaultCode.LINK_NOT_HTTPS),
        ("https://10.0.0.1:{port}/a.html", FaultCode.LINK_PRIVATE),
        ("https://[::1]:{port}/a.html", FaultCode.LINK_PRIVATE),
        ("https://[::ffff:169.254.169.254]:{port}/a.html", FaultCode.LINK_PRIVATE),
        ("https://inside.example:{port}/a.html", FaultCode.LINK_PRIVATE),
    ],
)
def test_a_redirect_leads_neither_inside_nor_off_https(site: Site, to: str, code: FaultCode) -> None:
    site.addresses["inside.example"] = ["192.168.1.1"]
    site.pages["/old"] = redirect(to.format(port=site.port))
    assert refused(site, "/old") is code


def test_a_name_that_comes_to_stand_for_an_inner_address_is_refused_then(site: Site) -> None:
    site.addresses["news.example"] = ["127.0.0.1", "10.0.0.1"]  # public for robots.txt, inside for the page
    assert refused(site, "/a.html") is FaultCode.LINK_PRIVATE
    assert site.asked == [("news.example", "/robots.txt")]


def test_a_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    site.get("/a.html")
    assert len(site.lookups) == len(site.asked)


def test_a_certificate_that_does_not_fit_ends_it(site: Site) -> None:
    assert refused(site, "/a.html", "other.example") is FaultCode.LINK_UNREACHABLE


def test_a_page_too_large_is_not_read_to_its_end(site: Site) -> None:
    site.pages["/big"] = web.Response(body=b"x" * (LIMIT + 1), content_type="text/plain")
    assert refused(site, "/big") is FaultCode.TOO_LARGE
    bomb = gzip.compress(bytes(100 * LIMIT))
    site.pages["/bomb"] = web.Response(body=bomb, headers={"Content-Type": "text/plain", "Content-Encoding": "gzip"})
    assert refused(site, "/bomb") is FaultCode.TOO_LARGE


@pytest.mark.parametrize("status", [404, 410, 429, 500])
def test_a_page_that_is_not_there_is_told(site: Site, status: int) -> None:
    site.pages["/gone"] = web.Response(status=status, text="no")
    assert refused(site, "/gone") is FaultCode.LINK_UNREACHABLE


def test_what_is_no_article_is_told_by_its_type(site: Site) -> None:
    site.pages["/a.png"] = web.Response(body=b"\x89PNG", content_type="image/png")
    assert refused(site, "/a.png") is FaultCode.UNSUPPORTED_FORMAT


def test_a_server_that_never_answers_is_given_up(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "TIME_LIMIT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        site.port = silent.getsockname()[1]
        assert refused(site, "/a.html") is FaultCode.LINK_UNREACHABLE


@pytest.mark.parametrize(
    "address", ["http://news.example", "news.example", "ftp://x", "https://", "https://[", "", "https://x:99999"]
)
def test_only_plain_https_addresses_are_taken(address: str) -> None:
    with pytest.raises(Fault) as fault:
        fetch(address, LIMIT)
    assert fault.value.code is FaultCode.LINK_NOT_HTTPS


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "0.0.0.0", "169.254.169.254"]
)
def test_this_machine_is_never_reached_whatever_it_is_called(host: str) -> None:
    with pytest.raises(Fault) as fault:
        fetch(f"https://{host}/", LIMIT)
    assert fault.value.code in (FaultCode.LINK_PRIVATE, FaultCode.LINK_UNREACHABLE, FaultCode.LINK_NOT_HTTPS)


@pytest.mark.parametrize(
    "address",
    """0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.8.8.8 169.254.169.254 172.16.0.1 192.168.0.1 192.0.2.1 198.18.0.1 x
    224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 :: ::1 ::127.0.0.1 ::ffff:10.0.0.1 ::ffff:127.0.0.1 fe80::1
    fe80::1%eth0 fc00::1 fd12::1 ff02::1 2001:db8::1 64:ff9b::7f00:1 2002:7f00:1:: 2001:0:1:2:3:4:80ff:fffe""".split(),
)
def test_an_inner_address_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)
