"""What a life domain is about, as a data category; who may see what was said of it follows from that.

Rule: `design.md` section 5, "Who may see what". Plain data in, plain data out.
"""

from cases.enums import DataCategory, LifeDomain


def category_of(domain: str, *, children: bool, unsafe: bool) -> DataCategory:
    """What something said about this domain is about.

    `children`: there are children in the household; `unsafe`: the report said unsafe, or a child at risk.
    """
    if domain == LifeDomain.PARENTING or (domain == LifeDomain.HOME_RELATIONS and (children or unsafe)):
        return DataCategory.YOUTH_SAFETY
    return _CATEGORY.get(LifeDomain(domain), DataCategory.GENERAL)


_CATEGORY = {
    LifeDomain.FINANCES: DataCategory.FINANCES,
    LifeDomain.MENTAL_HEALTH: DataCategory.HEALTH,
    LifeDomain.PHYSICAL_HEALTH: DataCategory.HEALTH,
    LifeDomain.SUBSTANCE_USE: DataCategory.HEALTH,
    LifeDomain.JUSTICE: DataCategory.JUSTICE,
}
