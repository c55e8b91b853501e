import pytest

from macros import addresses


@pytest.mark.parametrize(
    ("origin", "target", "written"),
    [
        ("yamaguchi/forms/", "yamaguchi/roles/", "../roles/"),
        ("yamaguchi/forms/", "yamaguchi/terms/#npo", "../terms/#npo"),
        ("yamaguchi/forms/", "yamaguchi/forms/#co-hosting", "#co-hosting"),
        ("yamaguchi/forms/", "yamaguchi/forms/", "./"),
        ("yamaguchi/", "", "../"),
        ("", "yamaguchi/", "yamaguchi/"),
        ("yamaguchi/plan/people/", "en/yamaguchi/plan/people/", "../../../en/yamaguchi/plan/people/"),
        ("en/", "", "../"),
    ],
)
def test_an_address_is_written_as_seen_from_the_page(origin: str, target: str, written: str) -> None:
    assert addresses.relative(origin, target) == written


def test_a_policy_lives_below_the_plan_of_its_guide() -> None:
    assert addresses.policy_page("yamaguchi", "people") == "yamaguchi/plan/people/"
