"""Words and keys of texts: pure functions, no knowledge of pages.

Words are runs of letters and digits, lower-cased; in scripts that are written without
spaces (Chinese, Japanese, Thai) each character is a word, so that counts mean the same
in every language.
"""

from __future__ import annotations

import sys
import unicodedata
from html import unescape

from cleaner.text.regex import regex

_UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
_WORD = regex(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])\w)+")
_SPACED_WORD = regex(r"\w+")
_NOT_LETTERS = regex(r"[\W_]+")
_UNSPACED_CHARACTER = regex(f"[{_UNSPACED}]")
_MAYBE_UNSPACED = regex("[\u0e00-\u0eff\u3040-\uff9f]")
"""These and a few more: a class of two ranges is compiled in a tenth of the time."""
INVISIBLE = regex(
    r"[\u00ad\u200b\u200e\u200f\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_ENDLESS = regex(r"&#[0-9]{1000,};?")
_AFTER_END = "\"'”’»«›)]）」』】”’*_¹²³ "
_SENTENCE_ENDS = tuple(".!?…。！？؟۔।")
_SENTENCE = regex(
    r"(?<![.!?؟۔…])[.!?؟۔…]+[\"'”’»)\]」』]*(?=\s)|(?<![。！？])[。！？]+[\"'”’»)\]」』]*"
)
_PLAIN = {
    **dict.fromkeys("‘’‚‛′`´ʼ＇", "'"),
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("‐‑‒–—−―－", "-"),
    **dict.fromkeys("\u00a0\u2007\u202f\u3000\t\n\r", " "),
    "：": ":",
    "（": "(",
    "）": ")",
    "，": ",",
    "İ": "i",
    "ı": "i",
    "ё": "е",
    "Ё": "е",
    **dict.fromkeys("șȘ", "ş"),
    **dict.fromkeys("țȚ", "ţ"),
    "״": '"',
    "׳": "'",
    "\u200c": " ",
}
_TO_PLAIN = regex(f"[{''.join(_PLAIN)}]")
_MARKS = "‘’“”–—…\u00a0"
"""The commonest characters that are not ASCII, none of them part of a word."""
_COMMONEST = [(mark, _PLAIN[mark]) for mark in _MARKS if mark in _PLAIN]
_ASCII = [chr(i) for i in range(128)]
_WORDS_OF_ASCII = str.maketrans({c: c.lower() if c.isalnum() or c == "_" else " " for c in _ASCII})
_KEY_OF_ASCII = str.maketrans({c: c.lower() if c.isalnum() else "" for c in _ASCII})


def collapse_space(text: str) -> str:
    """Fold white space to single spaces and drop what cannot be seen.

    >>> collapse_space(" a\\u00a0 b\\u200b\\n c ")
    'a b c'
    """
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    folded = " ".join(text.split())
    return folded if folded.isprintable() else " ".join(INVISIBLE.sub("", folded).split())


def unescaped(text: str) -> str:
    """Character references read, whatever their numbers: `html.unescape` fails at 4,301 digits.

    >>> unescaped("&lt;p&gt; &#65;") + unescaped(f"&#{'9' * 5000};")
    '<p> A\ufffd'
    """
    return unescape(_ENDLESS.sub("\ufffd", text))


def fold(text: str) -> str:
    """Lower-case with plain quotes and dashes; as long as the input, so spans carry over.

    Romanian letters with a comma below are those with a cedilla, and the joiner within Persian
    words is a space.

    >>> fold("Lisez aussi\\u00a0: L’été")
    "lisez aussi : l'été"
    """
    if not text.isascii():
        for mark, plain in _COMMONEST:  # far faster than a pattern
            text = text.replace(mark, plain) if mark in text else text
    if not (text.isascii() and text.isprintable() and "`" not in text):
        text = _TO_PLAIN.sub(lambda mark: _PLAIN[mark[0]], text)
    return text.lower()


def _unmarked(text: str) -> str:
    """A text without the marks that stand between words: ASCII, as nearly all English text is."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    return text


def words(text: str) -> list[str]:
    """The words of a text, lower-cased.

    >>> words("Don't panic, 東京!")
    ['don', 't', 'panic', '東', '京']
    """
    if (unmarked := _unmarked(text)).isascii():
        found = unmarked.translate(_WORDS_OF_ASCII).split()
    else:
        spaced = not has_unspaced(text)
        found = (_SPACED_WORD if spaced else _WORD).findall(text.lower())
    return list(map(sys.intern, found))  # a page says the same words over and over


def match_key(text: str) -> str:
    """Letters and digits alone: texts with the same key say the same.

    >>> match_key("“Hello,  World” 2") == match_key("hello world2")
    True
    """
    if (unmarked := _unmarked(text)).isascii():
        return unmarked.translate(_KEY_OF_ASCII)
    text = unicodedata.normalize("NFKC", text)
    return _NOT_LETTERS.sub("", text.casefold().replace("ı", "i"))


def single(text: str) -> str:
    """A text that is its own first half twice, once.

    >>> single("Rain fellRain fell"), single("Rain fell")
    ('Rain fell', 'Rain fell')
    """
    half = len(text) // 2
    first = text[:half].strip()
    return first if first and first == text[len(text) - half :].strip() else text


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, in any script.

    >>> ends_sentence("He left.”"), ends_sentence("Read more")
    (True, False)
    """
    return text.rstrip(_AFTER_END).endswith(_SENTENCE_ENDS)


_FULL_STOP = regex(r"\w[.!?؟][\"'”’»)]?\s|[。！？]")


def has_sentence(text: str) -> bool:
    """Whether a full stop stands inside a text, with more after it.

    >>> has_sentence("It rained. More here"), has_sentence("More here")
    (True, False)
    """
    return bool(_FULL_STOP.search(text))


def is_cut(text: str) -> bool:
    """Whether a text was cut off: it ends in an ellipsis, as teasers do.

    >>> is_cut("The company said…"), is_cut("and so on [...]")
    (True, True)
    """
    return text.rstrip(_AFTER_END).endswith(("…", "..."))


def sentences(text: str) -> tuple[str, ...]:
    """Split at sentence ends; plain, never loses a character but outer space.

    >>> sentences("It rained. It stopped!")
    ('It rained.', 'It stopped!')
    """
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    parts = (text[a:b].strip() for a, b in zip([0, *ends], [*ends, len(text)], strict=True))
    return tuple(part for part in parts if part)


def has_unspaced(text: str) -> bool:
    """Whether a character of a script written without spaces stands in a text."""
    return bool(_MAYBE_UNSPACED.search(text) and _UNSPACED_CHARACTER.search(text))


def is_unspaced(text: str) -> bool:
    """Whether most of a text is in a script written without spaces.

    >>> is_unspaced("東京 is"), is_unspaced("Tokyo")
    (True, False)
    """
    if text.isascii() or not _MAYBE_UNSPACED.search(text):
        return False
    return 2 * len(_UNSPACED_CHARACTER.findall(text)) >= sum(map(str.isalnum, text)) > 0
