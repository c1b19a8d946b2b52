"""Checks each DKIM signature of the message on standard input, by dkimpy.

Takes pairs of arguments, each the name of a TXT record and its text; no other DNS is asked. Prints a
line for each signature: "pass", or "fail" and why.
"""

import sys

import dkim

records = dict(zip(sys.argv[1::2], sys.argv[2::2]))


def txt(name, timeout=5):
    record = records.get(name.decode().rstrip("."))
    return record and record.encode()


message = sys.stdin.buffer.read()
head = message.split(b"\r\n\r\n", 1)[0].split(b"\r\n")
signatures = sum(line.lower().startswith(b"dkim-signature:") for line in head)
for index in range(signatures):
    try:
        passed = dkim.DKIM(message).verify(idx=index, dnsfunc=txt)
        print("pass" if passed else "fail: the signature does not fit")
    except dkim.DKIMException as problem:
        print("fail:", problem)
