"""Advance widths of characters in Helvetica and its metric twins, in thousandths of the font size (data only).

The first table is Adobe's font metrics file `Helvetica.afm`, version 002.000 of 1 May 1997, one of the "core 14",
keyed by Unicode through Adobe's glyph list. Copyright (c) 1985, 1987, 1989, 1990, 1997 Adobe Systems Incorporated.
All Rights Reserved. Modification: of the file only the advance widths are kept, in another form. Its licence:

    This file and the 14 PostScript(R) AFM files it accompanies may be used, copied, and distributed for any purpose
    and without charge, with or without modification, provided that all copyright notices are retained; that the AFM
    files are not distributed without this file; that all modifications to this file or any of the AFM files are
    prominently noted in the modified file(s); and that this paragraph is not modified. Adobe Systems has no
    responsibility or obligation to support the use of the AFM files.

The second table holds Greek, Cyrillic, further Latin letters and signs that the file lacks, as measured in
Liberation Sans 1.07.4, which has the advance widths of Arial and so, letter for letter, those of Helvetica.

A letter with an accent stands in neither table when it is as wide as its base letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: Adobe Helvetica: width -> the characters that have it.
HELVETICA: Final[Mapping[int, str]] = MappingProxyType(
    {
        167: "⁄",
        191: "'",
        222: "ijlł‘’‚",
        260: "|¦",
        278: " !,./:;I[\\]ft·ìíîïīı",
        299: "ľ",
        317: "ť",
        333: "()-`r¡¨¯²³´¸¹ˆˇ˘˙˚˛˜˝“”„‹›",
        334: "{}",
        350: "•",
        355: '"',
        365: "º",
        370: "ª",
        389: "*",
        400: "°",
        453: "√",
        469: "^",
        471: "◊",
        476: "∂",
        500: "Jcksvxyzﬁﬂ",
        537: "¶",
        549: "≠≤≥",
        556: "#$0123456789?L_abdeghnopqu¢£¤¥§«µ»ðþđŁƒ–†‡€",
        584: "+<=>~¬±×÷−",
        600: "∑",
        611: "FTZ¿ßø",
        612: "∆",
        643: "ď",
        667: "&ABEKPSVXYÞ",
        722: "CDHNRUwÐĐ",
        737: "©®",
        778: "GOQØ",
        833: "Mm",
        834: "¼½¾",
        889: "%æ",
        944: "Wœ",
        1000: "ÆŒ—…‰™",
        1015: "@",
    }
)

#: What Helvetica.afm lacks: width -> the characters that have it.
FURTHER: Final[Mapping[int, str]] = MappingProxyType(
    {
        188: "′",
        222: "ſιіј",
        274: "∫",
        278: "\u00a0ĩĭŧ;·ΙІї",
        323: "ℓ",
        333: "ˉ΄\u2011",
        334: "ŀ",
        354: "″◦",
        365: "г",
        384: "Ί",
        395: "τ",
        411: "ґ",
        438: "к",
        441: "ζ",
        444: "ĳ",
        446: "ε",
        448: "ξ",
        458: "зт",
        482: "ς",
        489: "Ґ",
        500: "ĸγκλνЈсухѕ‼↑↓↕♪",
        510: "эє♦",
        521: "чь",
        525: "χ",
        531: "в♠",
        542: "Гпя",
        547: "υ",
        549: "≈",
        551: "Γ",
        552: "нџ‗",
        556: "ħĿŋηθοаеорђћѳ",
        557: "δ",
        559: "и",
        569: "ρ",
        573: "бц",
        575: "β",
        576: "μ",
        578: "α",
        583: "Кдл≡",
        594: "♥",
        600: "℮",
        604: "ŉЗ■□○●",
        611: "ŦΖΤТ",
        617: "σ",
        618: "Σ",
        625: "ъ",
        635: "У",
        648: "φ",
        650: "Ξ",
        656: "БЛЬ♣",
        667: "ΑΒΕΚΡΥΧЅАВЕРХЧ",
        668: "ΔΛ",
        669: "ж",
        677: "Д",
        688: "м",
        690: "π",
        713: "ψ∞",
        719: "ЄЏИПЭы∩",
        722: "ĦΗΝΠЍНСЯ",
        723: "Ŋ",
        735: "Ĳ",
        740: "Ц",
        748: "Ω",
        750: "ю♀♂♫",
        752: "Ώ",
        760: "Ф",
        774: "Ό",
        778: "ΘΟОѲ",
        781: "ω",
        784: "Έ",
        792: "Ъ",
        798: "Φ",
        802: "ш",
        812: "њ",
        823: "фщ",
        833: "ΜМ",
        835: "Ψ",
        838: "Ή",
        854: "Ћ",
        855: "Ύ",
        865: "Ђ",
        885: "Ы℅",
        906: "љ",
        917: "Ш☼",
        923: "Ж",
        938: "Щ",
        979: "∟",
        990: "▲►▼◄",
        1000: "―←→↔",
        1010: "ЊЮ",
        1021: "☺",
        1052: "☻",
        1057: "Љ",
        1073: "№",
    }
)
