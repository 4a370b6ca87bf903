"""What of a web page is furniture, by what its markup calls it: names that most content systems use."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.read.webpage.nodes import HEADINGS, Node, attribute

_TAGS = {
    "nav": "navigation", "menu": "navigation", "footer": "footer", "aside": "aside", "form": "form",
    "address": "address", "amp-sidebar": "navigation", "amp-ad": "advertisement",
}  # fmt: skip
_ROLES = {
    "navigation": "navigation", "menu": "navigation", "menubar": "navigation", "toolbar": "navigation",
    "complementary": "aside", "contentinfo": "footer", "banner": "banner", "search": "form", "form": "form",
    "dialog": "dialog", "alertdialog": "dialog",
}  # fmt: skip
_NEVER = frozenset({"html", "body", "article", "main", "a", "table", "tr", "td", *HEADINGS})
_OWN = frozenset({"articleBody", "headline", "text"})  # itemprops
_WORDS = re.compile(
    r"(?P<navigation>nav|navi|navbar|navigation|subnav|menus?|submenu|breadcrumbs?|pagination|pager|paging|skip"
    r"|toc|sitemap|pagenav|postnav|topbar|toolbar|prevnext|jumplinks?)"
    r"|(?P<footer>footer|foot|colophon|copyright|imprint|legal)"
    r"|(?P<comments>comments?|disqus|respond|replies|kommentare?|commentaires?|comentarios?|discussion"
    r"|commentlist)"
    r"|(?P<sharing>shares?|sharing|sharedaddy|socials?|addthis|addtoany|shariff|followus|follow|teilen)"
    r"|(?P<related>relateds?|recommended|recommendations?|recommend|readmore|morefrom|similar|outbrain|taboola"
    r"|teasers?|trending|popular|mostread|mehr|weitere|jp|plista|crp|yarpp|linkliste|latest|seealso|upnext)"
    r"|(?P<newsletter>newsletters?|subscribe|subscription|signup|paywall|mailchimp|abo|abonnement|optin)"
    r"|(?P<notice>cookies?|consent|gdpr|modal|popup|overlay|lightbox|dsgvo|cmp)"
    r"|(?P<author>authors?|byline|authorbox|bio|autor|autoren|auteur|credits?|copyrights?|contributors?)"
    r"|(?P<advertisement>ads?|adverts?|advertisement|advertising|anzeigen?|sponsors?|sponsored|promos?|promotion"
    r"|promobox|banners?|adsense|werbung|publicite|pub)"
    r"|(?P<sidebar>sidebars?|rail|aside|marginal|marginalspalte|widgets?|sidecolumn)"
    r"|(?P<data>meta|metadata|postmeta|tags|tagcloud|taglist|categories|keywords|dateline|timestamp|ratings?|date"
    r"|datum|fecha|published|posted|updated|views|print|printbutton|infos|tools|actions?|buttons?|btn|login"
    r"|search|searchform)"
)
_BODY_WORDS = re.compile(
    r"(?:article|entry|post|story|blog|news|page|main|node|single)[-_]{0,2}(?:body|content|text|inner)(?:$|[-_\s])"
    r"|(?:^|[\s_-])(?:articlebody|storytext|body-?copy|texte?|field-?name-?body|mw-parser-output)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LEAD_WORDS = re.compile(
    r"lead|lede|chapo|standfirst|\bdek\b|intro|sub-?title|sub-?head|excerpt|summary|abstract|teaser-?text"
    r"|description|deck|vorspann|entradilla|bajada",
    re.IGNORECASE,
)
# what a class says of its element's looks or of the article's subject is no word for what it is
_NO_WORD = re.compile(
    r"(?:elementor|tag|category|post|type|status|has|is|no|non|not|js|wp|col|row|mt|mb|mr|ml|pt|pb|p|m)-.*"
    r"|.*(?:margin|padding|space|wrapper-is|enabled|disabled|hidden|visible).*",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTED = re.compile(r"[^A-Za-z]+")


def furniture(node: Node) -> str:
    """Why an element is no part of an article, by its tag, its role or the words of its class and id."""
    name = node.name
    if name in _TAGS:
        return _TAGS[name]
    if not node.attrs or name in _NEVER or attribute(node, "itemprop") in _OWN:
        return ""
    return _ROLES.get(attribute(node, "role")) or _worded(named(node))


def says_body(node: Node) -> int:
    """How plainly an element says that it holds the article's text: 3 is without doubt, 0 not at all."""
    name = node.name
    if attribute(node, "itemprop") == "articleBody":
        return 3
    if name in ("div", "section", "td") and node.attrs and _says_body(named(node)):
        return 2
    return 1 if name in ("article", "main") or attribute(node, "role") in ("main", "article") else 0


def says_lead(node: Node) -> bool:
    """Whether an element calls itself a lead."""
    return bool(node.attrs) and _LEAD_WORDS.search(f"{named(node)} {attribute(node, 'itemprop')}") is not None


def named(node: Node) -> str:
    """The words by which an element is called: its classes and its id."""
    return f"{attribute(node, 'class')} {attribute(node, 'id')}"


@lru_cache(maxsize=4096)
def _says_body(said: str) -> bool:
    return _BODY_WORDS.search(said) is not None


@lru_cache(maxsize=4096)
def _worded(said: str) -> str:
    if _says_body(said):
        return ""
    for name in said.split():
        if _NO_WORD.fullmatch(name):
            continue
        for word in _PARTED.split(_CAMEL.sub(" ", name)):
            if match := _WORDS.fullmatch(word.lower()):
                return match.lastgroup or ""
    return ""
