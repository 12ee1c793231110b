"""What a person's note leaves open."""

from tests.support.findings import contact, lines, messages, note, person
from tests.support.journal import Writer


def test_a_mentor_without_a_beginning_is_asked_for_it(notes: Writer) -> None:
    assert lines(notes.write({"mentors/p": note("prefers: email")}), "P10") == [1]


def test_an_associate_needs_no_beginning(notes: Writer) -> None:
    assert lines(notes.write({"people/p": note("prefers: email")}), "P10") == []


def test_a_beginning_with_a_mistake_is_one_mistake(notes: Writer) -> None:
    notes.write({"mentors/p": note("since: long ago", "prefers: email")})
    assert (lines(notes, "P10"), lines(notes, "F03")) == ([], [2])


def test_somebody_new_whose_wishes_are_unknown_is_a_hint(notes: Writer) -> None:
    notes.write({"mentors/p": note("since: 2026-06-01")})
    assert (lines(notes, "P11"), lines(notes, "P12")) == ([1], [])


def test_after_thirty_days_unknown_wishes_are_a_warning_instead(notes: Writer) -> None:
    notes.write({"mentors/p": note("since: 2026-05-15")})
    assert (lines(notes, "P11"), lines(notes, "P12")) == ([], [1])


def test_on_the_thirtieth_day_it_is_still_a_hint(notes: Writer) -> None:
    notes.write({"mentors/p": note("since: 2026-05-16")})
    assert (lines(notes, "P11"), lines(notes, "P12")) == ([1], [])


def test_after_three_touchpoints_unknown_wishes_are_a_warning(notes: Writer) -> None:
    days = {f"touchpoints/2026-06-0{day} note": contact("channel: email") for day in (1, 2, 3)}
    assert lines(notes.write({"mentors/p": note("since: 2026-06-01"), **days}), "P12") == [1]


def test_a_touchpoint_about_preferences_has_asked(notes: Writer) -> None:
    notes.write({
        "mentors/p": note("since: 2015"),
        "touchpoints/2026-06-01 ask": contact("channel: email", "kind: preferences"),
    })  # fmt: skip
    assert lines(notes, "P11") + lines(notes, "P12") == []


def test_associates_need_not_be_asked(notes: Writer) -> None:
    notes.write({"people/p": note("since: 2015")})
    assert lines(notes, "P11") + lines(notes, "P12") == []


def test_wishes_asked_more_than_three_years_ago_may_have_changed(notes: Writer) -> None:
    assert lines(notes.write({"mentors/p": person("prefs_asked: 2023-06-14")}), "P13") == [4]


def test_wishes_asked_three_years_ago_to_the_day_still_hold(notes: Writer) -> None:
    assert lines(notes.write({"mentors/p": person("prefs_asked: 2023-06-15")}), "P13") == []


def test_asking_anew_in_a_touchpoint_counts(notes: Writer) -> None:
    notes.write({
        "mentors/p": person("prefs_asked: 2020-06-15"),
        "touchpoints/2026-06-01 ask": contact("channel: email", "kind: preferences"),
    })  # fmt: skip
    assert lines(notes, "P13") == []


def test_a_channel_both_wanted_and_avoided_is_named_where_it_is_avoided(notes: Writer) -> None:
    notes.write({"mentors/p": person("accepts: [call, text]", "avoids:", "  - video", "  - text")})
    assert lines(notes, "P14") == [7]
    assert "`accepts` on line 4" in messages(notes, "P14")[0]


def test_a_channel_announced_first_and_avoided_is_one_of_them(notes: Writer) -> None:
    notes.write({"mentors/p": person("announce_first: call", "avoids: call")})
    assert lines(notes, "P14") == [5]


def test_wanting_one_channel_and_avoiding_another_is_fine(notes: Writer) -> None:
    assert lines(notes.write({"mentors/p": person("avoids: text")}), "P14") == []


def test_a_review_that_has_passed_is_named(notes: Writer) -> None:
    assert lines(notes.write({"mentors/p": person("review_on: 2026-06-14")}), "P20") == [4]


def test_a_review_today_has_not_passed(notes: Writer) -> None:
    assert lines(notes.write({"mentors/p": person("review_on: 2026-06-15")}), "P20") == []


def test_going_over_the_agreement_in_the_month_before_is_the_review(notes: Writer) -> None:
    notes.write({
        "mentors/p": person("review_on: 2026-06-01"),
        "touchpoints/2026-05-02 talk": contact("channel: call", "kind: agreement"),
    })  # fmt: skip
    assert lines(notes, "P20") == []


def test_an_active_phase_without_a_goal_is_named_at_the_phase(notes: Writer) -> None:
    notes.write({
        "mentors/p": person("phase: active"),
        "goals/met": note("people: p", "state: met"),
        "goals/another": note("title: For somebody else"),
    })  # fmt: skip
    assert lines(notes, "P30") == [4]


def test_an_active_phase_by_its_history_is_named_at_the_top(notes: Writer) -> None:
    notes.write({"mentors/p": person("phases: [2026-01 active]")})
    assert lines(notes, "P30") == [1]


def test_an_open_goal_that_names_them_is_enough(notes: Writer) -> None:
    notes.write({"mentors/p": person("phase: active"), "goals/job": note("people: p")})
    assert lines(notes, "P30") == []
