"""Pictures made of dots: their size, what is left out of them, and what is no picture."""

from __future__ import annotations

import io
import struct

import pytest
from dots import JPEG, JPEG_SIZE, chunk, png
from PIL import Image

from journeyql.engine.bitmaps import MOST_DOTS, picture
from journeyql.engine.files import Refused

#: What a camera notes: Exif in a JPEG (ITU-T T.81, B.2.4.6: APP1), and in a PNG (PNG, third edition, 11.3.3.5).
EXIF = b"\xff\xe1" + struct.pack(">H", 2 + 6 + 9) + b"Exif\0\0Here I am"
REMARKED = JPEG[:2] + EXIF + b"\xff\xfe\x00\x06Mei!" + JPEG[2:]


def test_the_size_is_that_of_the_header():
    small = picture(png(6, 4))
    assert (small.media_type, small.width, small.height) == ("image/png", 6, 4)
    photo = picture(JPEG)
    assert (photo.media_type, (photo.width, photo.height)) == ("image/jpeg", JPEG_SIZE)


def test_only_the_dots_are_kept():
    moving = (chunk(b"tEXt", b"Author\0Mei"), chunk(b"eXIf", b"MM\0*Here I am"), chunk(b"acTL", bytes(8)))
    assert picture(png(6, 4, *moving)).content == png(6, 4)
    assert picture(png(6, 4) + b"<script>").content == png(6, 4)
    assert picture(REMARKED).content == JPEG
    assert picture(JPEG + b"PK\x03\x04 an archive").content == JPEG


def test_what_is_largest_is_taken_and_what_is_larger_is_not():
    assert picture(png(MOST_DOTS, 1)).width == 4096
    refused = picture(png(MOST_DOTS + 1, 1))
    assert refused.reason == "it has 4,097 × 1 dots"
    assert "at most 4,096" in refused.help


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b"hello", "it is neither PNG nor JPEG"),
        (b"\xef\xbb\xbf\n <svg onload='f()'/>", "it is an SVG picture"),
        (b"<?xml version='1.0'?><svg/>", "it is an SVG picture or other XML"),
        (b"GIF89a", "it is a GIF"),
        (b"RIFF\x1a\0\0\0WEBPVP8L", "it is a WebP picture or a sound"),
        (b"\0\0\0\x18ftypheic", "it is a HEIC or AVIF picture, or a film"),
    ],
)
def test_what_something_else_is_is_said(data, reason):
    assert picture(data).reason == reason


@pytest.mark.parametrize("whole", [png(), JPEG, REMARKED], ids=["png", "jpeg", "exif"])
def test_a_picture_that_is_cut_off_anywhere_is_refused(whole):
    found = [picture(whole[:end]) for end in range(12, len(whole))]
    assert all(isinstance(one, Refused) for one in found)
    assert {one.reason for one in found} == {"it is cut off or damaged"}


def test_a_png_with_a_wrong_byte_is_refused():
    for at in range(8, len(png())):
        changed = bytearray(png())
        changed[at] ^= 0x40
        assert isinstance(picture(bytes(changed)), Refused), at


@pytest.mark.parametrize("size", [(0, 4), (4, 0)])
def test_a_picture_without_dots_is_refused(size):
    assert picture(png(*size)).reason == "it is cut off or damaged"


def test_colours_of_print_are_refused():
    data = io.BytesIO()
    Image.new("CMYK", (6, 4)).save(data, "JPEG")
    assert picture(data.getvalue()).reason == "it has the four colours of print (CMYK)"
