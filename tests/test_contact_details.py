"""Addresses and telephone numbers, as people write them: read whole, or not at all."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.contact_details import dialled_number, email_addresses, phone_numbers

ADDRESSES = st.lists(
    st.builds(
        "{}@{}.org".format,
        st.text(string.ascii_letters + string.digits + "+'_", min_size=1, max_size=9),
        st.text(string.ascii_lowercase, min_size=1, max_size=9),
    ),
    min_size=1,
    max_size=3,
    unique=True,
)


@given(ADDRESSES, st.sampled_from((", ", "; ", " ", " / ", " or ", ",")))
def test_several_addresses_in_one_text_are_several(addresses: list[str], between: str) -> None:
    assert email_addresses(between.join(addresses)) == tuple(addresses)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Amara Okoye <amara@example.org>", "amara@example.org"),
        ("Okoye, Amara <amara@example.org>", "amara@example.org"),
        ('"Okoye, Amara" <amara@example.org>', "amara@example.org"),
        ("mailto:amara@example.org", "amara@example.org"),
        ("amara@example.org (work)", "amara@example.org"),
        ("work: zoë@exämple.org", "zoë@exämple.org"),
    ],
)
def test_of_a_name_with_an_address_the_address_is_taken(text: str, address: str) -> None:
    assert email_addresses(text) == (address,)


@pytest.mark.parametrize(
    "text", ["amara(at)example.org", "a@b@example.org", "amara@exam ple.org", "amara@", "Bo <bo@x"]
)
def test_what_is_no_address_is_not_made_one(text: str) -> None:
    assert email_addresses(text) == ()


@pytest.mark.parametrize(
    ("text", "dialled"),
    [
        ("+44 (0)20 7946 0000 ext. 12", "+442079460000;ext=12"),
        ("+44(0)20 7946 0000 x12", "+442079460000;ext=12"),
        ("+44 20 7946 0000, extension 12", "+442079460000;ext=12"),
        ("0044 (0) 20 7946 0000", "00442079460000"),
        ("(020) 7946-0000", "02079460000"),
        ("030/1234567", "0301234567"),
        ("+351.21.000.00.00 (office)", "+351210000000"),
        ("tel:+351-21-000-0000", "+351210000000"),
        ("０２０ 7946 0000", "02079460000"),
        ("112", "112"),
    ],
)
def test_a_number_is_dialled_as_it_was_meant(text: str, dialled: str) -> None:
    assert [dialled_number(number) for number in phone_numbers(text)] == [dialled]


@pytest.mark.parametrize("between", [" / ", "/", ", ", "; ", " or "])
def test_two_numbers_in_one_text_are_two(between: str) -> None:
    first, second = "+351 21 000 00 00", "91 000 00 00"
    assert phone_numbers(f"{first}{between}{second}") == (first, second)


@pytest.mark.parametrize(
    "text", ["ask Bob", "12", "1-800-FLOWERS", "+351210000000 910000000", "+49 30 1234567/8"]
)
def test_what_is_no_number_is_not_dialled(text: str) -> None:
    assert phone_numbers(text) == ()


@given(st.text("+0123456789 ()/-.,;extabc", max_size=30))
def test_whatever_is_dialled_has_the_digits_of_a_number(text: str) -> None:
    for number in phone_numbers(text):
        digits = dialled_number(number).partition(";")[0].removeprefix("+")
        assert digits.isdecimal()
        assert 3 <= len(digits) <= 15
