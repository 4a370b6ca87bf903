"""Pages of our own making, as newsrooms' content systems and word processors make them."""

from __future__ import annotations

from factcheck.read.compose import compose
from factcheck.read.draft import Draft
from factcheck.read.webpage.page import HtmlSettings, drafts

BODY = """<p>La ville compte <b>11&nbsp;000</b> habitants, selon <a href="https://example.org/census">le
recensement</a> de l&rsquo;ann&eacute;e pass&eacute;e, et sa piscine en attire 600 par jour.</p>
<p>Le budget du th&#233;&acirc;tre s'&eacute;l&egrave;ve &agrave; 1,5&#160;million d'euros &amp; il
cro&icirc;t de 8&nbsp;% en un an, a dit la maire lors du conseil de jeudi.</p>
"""

NEWS = f"""<!DOCTYPE html>
<html lang="fr-FR"><head><meta charset="utf-8"><title>Une ville qui grandit - Le Quotidien</title>
<meta property="og:title" content="Une ville qui grandit">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "WebSite", "datePublished": "2001-01-01"}},
 {{"@type": "NewsArticle", "datePublished": "2025-03-14T08:00:00+01:00",
  "dateModified": "2025-04-01"}}]}}</script>
</head><body>
<header><h1 class="logo"><a href="/">Le Quotidien</a></h1>
<nav><ul><li><a href="/sport">Sport 12</a></li></ul></nav>
</header>
<main><article>
<header><h1>Une ville qui grandit</h1><p class="chapo">Elle gagne 300 habitants par an depuis 2019.</p>
<div class="share"><a href="#">Partager 45</a></div></header>
<figure><img src="a.jpg" alt="88">
<figcaption>La place, o&ugrave; vivent 2 000 personnes.</figcaption></figure>
<div class="article-body">{BODY}
<aside class="related"><p><a href="/x">Lire aussi : 17 piscines</a></p></aside>
<h2>Un th&eacute;&acirc;tre</h2>
<ul><li>Salle : 400 places<ul><li>dont 20 au balcon</li></ul></li></ul>
<blockquote><p>&laquo;&nbsp;Nous en voulions 500&nbsp;&raquo;, dit-elle.</p></blockquote>
<p>Lire aussi : <a href="/y">Les 30 th&eacute;&acirc;tres de la r&eacute;gion</a></p>
</div>
<div class="newsletter"><p>Recevez nos 3 lettres chaque matin,
sans aucune publicit&eacute; ni engagement.</p></div>
</article></main>
<section id="comments"><p>Moi je compte plut&ocirc;t 12 000 habitants,
si ce n'est davantage, dans cette ville.</p></section>
<footer>&copy; 2025, 40 rue du Port</footer>
</body></html>"""

CMS = f"""<html lang=en><head><title>Town hall</title>
<meta name="dcterms.date" content="2024-06-02"></head><body class="page">
<div id="wrapper"><div class="menu"><a href="a">Home</a> <a href="b">News 24</a></div>
<div id="content"><h1>Town hall</h1>
<div class="field-name-body">{BODY}{BODY}</div></div>
<div class="sidebar"><h3>Most read</h3><p>Some 90 people were at the market on Sunday,
whatever the weather was.</p>
</div></div></body></html>"""

AMP = f"""<!doctype html><html amp lang="es"><head><meta charset="utf-8"><title>El puerto</title>
<link rel="canonical" href="https://example.org/2023/11/05/el-puerto.html">
<style amp-boilerplate>body{{visibility:hidden}}</style></head><body>
<amp-sidebar id="menu"><ul><li>Portada 1</li></ul></amp-sidebar>
<main role="main"><h1>El puerto</h1>{BODY}<amp-img src="x" alt="77"></amp-img>
<amp-ad width="300"><p>Compre 2 y pague 1, solo hoy, en todas nuestras tiendas de la ciudad.</p></amp-ad>
</main></body></html>"""

TABLES = """<html><body><h1>Results</h1>
<table><caption>Visitors per year</caption>
<thead><tr><th>Year</th><th colspan=2>Visitors</th><th>Share</th></tr>
</thead><tbody><tr><th rowspan="2">2024</th><td>1,200</td><td>1,300</td><td>8&nbsp;%</td></tr>
<tr><td>1,400</td><td>1,500</td><td>9 %</td></tr></tbody></table>
<table><tr><td>Club</td><td>Members</td></tr><tr><td><p>Chess</p><p>(open)</p></td><td>45</td></tr></table>
<table><tr><td>7</td><td>8</td></tr><tr><td>9</td><td>10</td></tr></table>
<table><tr><td><table><tr><td>Nested</td><td>1</td></tr></table></td><td>Beside it: 2</td></tr></table>
</body></html>"""

BROKEN = """<p>First <b>bold <i>both</b> italic</i> 12 &lt; 13 & 14 &copy15 < 16
<p>Second</x> para</b>graph <!-- a comment --> goes on<div>Third &notanentity; &#x41;&#0;</p>
<table>stray 17<tr><td>cell 18<td>19</table> after
<pre>
kept 20
lines</pre><ul><li>one<li>two</ul>tail"""

PAGES = {"news": NEWS, "cms": CMS, "amp": AMP, "tables": TABLES, "broken": BROKEN}


def read(page: str | bytes, settings: HtmlSettings | None = None) -> Draft:
    data = page if isinstance(page, bytes) else page.encode()
    (draft,) = drafts("page.html", data, settings)
    return draft


def shown(page: str, settings: HtmlSettings | None = None) -> list[tuple[str, str]]:
    """The kind and the text of each block."""
    made = compose(read(page, settings))
    return [(block.kind, made.text[block.start : block.end]) for block in made.blocks]
