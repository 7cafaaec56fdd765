"""Class names as a second sense: which words of class, id and role speak for which kind."""

from __future__ import annotations

from cleaner.place import Place

NAMES: dict[str, frozenset[str]] = {
    kind: frozenset(names.split())
    for kind, names in {
        "advert-label": "ad ads advert advertisement sponsored promo werbung anzeige publi",
        "attribution": "source attribution syndication copyright credit credits origin quelle",
        "author-note": "author bio authors autor auteur contributor writer",
        "byline": "byline author autor auteur meta credit credits reporter writer",
        "caption": "caption credit credits figcaption image photo media legend",
        "comments": "comment comments disqus respond discussion kommentare",
        "consent": "cookie cookies consent gdpr privacy onetrust",
        "copyright": "copyright footer legal rights colophon",
        "disclaimer": "disclaimer disclosure affiliate statement legal hinweis notice risk",
        "duplicate-lead": "standfirst dek deck summary excerpt teaser lead lede subline subhead "
        "subheadline subheading intro highlights abstract bajada perex chapo description keypoints",
        "inline-related": "related inline readmore promo recirc more seealso",
        "navigation": "nav navigation menu breadcrumb breadcrumbs header footer sidebar pagination",
        "press-release": "boilerplate contact about",
        "price-widget": "price ticker quote market stock stocks coin widget product buy shop",
        "related-items": "related recirc recommended recommendations more trending popular teaser "
        "card cards promo sidebar aside yarpp outbrain taboola latest",
        "share-bar": "share sharing social sharedaddy addthis tools",
        "subscribe": "newsletter subscribe signup subscription paywall membership promo follow cta",
        "tags": "tag tags topics keywords categories category labels",
        "timestamp": "date time timestamp published updated meta dateline",
    }.items()
}


def agrees(kind: str, place: Place) -> bool:
    """Whether the names above a block speak for a kind."""
    return bool(place.names & NAMES.get(kind, frozenset()))
