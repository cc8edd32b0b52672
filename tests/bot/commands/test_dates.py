"""``sourcier dates``: JSON lines in, time expressions out."""

from __future__ import annotations

import json

from tests.bot.commands.conftest import Desk


def test_each_line_is_answered_in_order_with_its_expressions(desk: Desk) -> None:
    lines = [
        {"id": 1, "lang": "fr", "reference": "2022-08", "text": "Fermé le mois dernier, ouvert en 2019."},
        {"id": "deux", "lang": "en", "reference": "2022-08-17", "text": "No date here."},
        {"id": None, "text": "Le service a fermé le 31 décembre 2022."},
    ]
    ended = desk.run("dates", stdin="\n".join(map(json.dumps, lines)))
    assert [json.loads(line) for line in ended.out.splitlines()] == [
        {"id": 1, "timex": [{"start": 6, "end": 21, "value": "2022-07"}, {"start": 33, "end": 37, "value": "2019"}]},
        {"id": "deux", "timex": []},
        {"id": None, "timex": [{"start": 19, "end": 38, "value": "2022-12-31"}]},
    ]


def test_a_bad_line_is_told_and_the_rest_goes_on(desk: Desk) -> None:
    lines = [
        "{",
        "[]",
        '{"id": 3}',
        '{"id": 4, "text": "x", "lang": "de"}',
        '{"id": 5, "text": "x", "reference": "may"}',
    ]
    ended = desk.run("dates", stdin="\n".join([*lines, '{"id": 6, "text": "en 2019"}']), status=1)
    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert [answer["id"] for answer in answers] == [None, None, 3, 4, 5, 6]
    assert all("error" in answer for answer in answers[:5])
    assert answers[5]["timex"][0]["value"] == "2019"
    assert len(ended.told) == 5
