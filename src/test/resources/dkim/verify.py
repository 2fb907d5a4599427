# Verifies each signature of each mail by dkimpy, with the records of the DNS from a file: verify.py RECORDS.json MAIL...
# Prints a line for each mail: its name, how many signatures it has, and how many of them hold.
import json
import sys

import dkim

with open(sys.argv[1], encoding="ascii") as file:
    records = json.load(file)


def dns(name, timeout=5):
    return records.get(name.decode("ascii").rstrip("."), "").encode("ascii")


def holds(mail, number):
    try:
        return dkim.DKIM(mail).verify(idx=number, dnsfunc=dns)
    except dkim.DKIMException as fault:
        print(fault, file=sys.stderr)
        return False


for name in sys.argv[2:]:
    with open(name, "rb") as file:
        mail = file.read()
    head = mail.split(b"\r\n\r\n", 1)[0].lower()
    signatures = (b"\r\n" + head).count(b"\r\ndkim-signature:")
    print(name, signatures, sum(holds(mail, number) for number in range(signatures)))
