#!/usr/bin/env python3
"""Opens a Countersign vault and prints its document as JSON, with every account written out.

    python3 decrypt.py FILE --passphrase TEXT
    python3 decrypt.py FILE --recovery-code CODE
    python3 decrypt.py FILE --prf BASE64

Written from VAULT.md alone, with nothing but Python's standard library (3.11 or later); the comments name that page's
sections. It is a reference to read and to test against:

- Nothing here runs in constant time, and no secret is wiped from memory.
- A secret on the command line can be read by other programs of the same machine, and stays in the shell's history.
- A passphrase takes one to two minutes, since Argon2id is written out in Python. The other ways take a moment.

Exit code 0: opened. 1: refused (wrong key, tampered with, or not a vault), with one line on standard error. 2: wrong use.
"""

import argparse
import base64
import hashlib
import hmac
import json
import re
import struct
import sys
import unicodedata
import zlib


class Refused(Exception):
    """The file does not open. The message names no secret."""


def need(condition, message):
    if not condition:
        raise Refused(message)


# --- AES-256-GCM (FIPS 197, NIST SP 800-38D) --------------------------------------------------------------------------


def _make_sbox():
    sbox, p, q = [0] * 256, 1, 1
    while True:
        p ^= (p << 1 ^ (0x11B if p & 0x80 else 0)) & 0xFF  # times 3
        for shift in (1, 2, 4):  # divided by 3
            q ^= q << shift & 0xFF
        q ^= 0x09 if q & 0x80 else 0
        rotated = q * 0x0101
        sbox[p] = (q ^ rotated >> 7 ^ rotated >> 6 ^ rotated >> 5 ^ rotated >> 4) & 0xFF ^ 0x63
        if p == 1:
            break
    sbox[0] = 0x63
    return sbox


_SBOX = _make_sbox()
_TIMES_2 = [(x << 1 ^ (0x11B if x & 0x80 else 0)) & 0xFF for x in range(256)]


def _aes_256_round_keys(key):
    words = [list(key[i : i + 4]) for i in range(0, 32, 4)]
    constant = 1
    for i in range(8, 60):
        word = list(words[i - 1])
        if i % 8 == 0:
            word = [_SBOX[x] for x in word[1:] + word[:1]]
            word[0] ^= constant
            constant = _TIMES_2[constant]
        elif i % 8 == 4:
            word = [_SBOX[x] for x in word]
        words.append([x ^ y for x, y in zip(words[i - 8], word)])
    return [sum(words[i : i + 4], []) for i in range(0, 60, 4)]


def _aes_encrypt_block(round_keys, block):
    state = [x ^ k for x, k in zip(block, round_keys[0])]
    for number, round_key in enumerate(round_keys[1:], 1):
        state = [_SBOX[state[(i + 4 * (i % 4)) % 16]] for i in range(16)]  # SubBytes and ShiftRows
        if number < 14:  # MixColumns
            mixed = []
            for i in range(0, 16, 4):
                a, b, c, d = state[i : i + 4]
                every = a ^ b ^ c ^ d
                mixed.append(a ^ every ^ _TIMES_2[a ^ b])
                mixed.append(b ^ every ^ _TIMES_2[b ^ c])
                mixed.append(c ^ every ^ _TIMES_2[c ^ d])
                mixed.append(d ^ every ^ _TIMES_2[d ^ a])
            state = mixed
        state = [x ^ k for x, k in zip(state, round_key)]
    return bytes(state)


def _ghash(h, data):
    # The multiples of H by x^0 to x^127; bit 127 of a number is the coefficient of x^0.
    multiples, v = [], h
    for _ in range(128):
        multiples.append(v)
        v = v >> 1 ^ (0xE1 << 120 if v & 1 else 0)
    y = 0
    for start in range(0, len(data), 16):
        y ^= int.from_bytes(data[start : start + 16], "big")
        product = 0
        for i in range(128):
            if y >> (127 - i) & 1:
                product ^= multiples[i]
        y = product
    return y.to_bytes(16, "big")


def aes_256_gcm_open(key, nonce, ciphertext, additional_data):
    """The plaintext, or None where the tag is wrong. The nonce is 12 bytes; the tag is the last 16 bytes."""
    if len(ciphertext) < 16:
        return None
    body, tag = ciphertext[:-16], ciphertext[-16:]
    round_keys = _aes_256_round_keys(key)

    def counter_block(number):
        return _aes_encrypt_block(round_keys, nonce + number.to_bytes(4, "big"))

    def padded(data):
        return data + bytes(-len(data) % 16)

    h = int.from_bytes(_aes_encrypt_block(round_keys, bytes(16)), "big")
    lengths = struct.pack(">QQ", 8 * len(additional_data), 8 * len(body))
    digest = _ghash(h, padded(additional_data) + padded(body) + lengths)
    if not hmac.compare_digest(bytes(x ^ y for x, y in zip(digest, counter_block(1))), tag):
        return None
    stream = b"".join(counter_block(2 + i) for i in range((len(body) + 15) // 16))
    return bytes(x ^ y for x, y in zip(body, stream))


# --- HKDF-SHA-256 (RFC 5869) ------------------------------------------------------------------------------------------


def hkdf_extract(salt, key_material):
    return hmac.digest(salt, key_material, "sha256")


def hkdf_expand(key, info, length):
    output, block, number = b"", b"", 1
    while len(output) < length:
        block = hmac.digest(key, block + info + bytes([number]), "sha256")
        output += block
        number += 1
    return output[:length]


# --- X25519 (RFC 7748, section 5) -------------------------------------------------------------------------------------

_P = 2**255 - 19


def x25519(scalar, point):
    k = int.from_bytes(scalar, "little") & ~7 & (1 << 255) - 1 | 1 << 254
    u = int.from_bytes(point, "little") & (1 << 255) - 1
    x2, z2, x3, z3 = 1, 0, u, 1
    swapped = 0
    for t in range(254, -1, -1):
        bit = k >> t & 1
        if swapped != bit:
            x2, z2, x3, z3 = x3, z3, x2, z2
        swapped = bit
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        aa, bb, da, cb = a * a % _P, b * b % _P, d * a % _P, c * b % _P
        e = aa - bb
        x3, z3 = (da + cb) ** 2 % _P, u * (da - cb) ** 2 % _P
        x2, z2 = aa * bb % _P, e * (aa + 121665 * e) % _P
    if swapped:
        x2, z2 = x3, z3
    return (x2 * pow(z2, _P - 2, _P) % _P).to_bytes(32, "little")


def x25519_public_key(private_key):
    return x25519(private_key, (9).to_bytes(32, "little"))


# --- HPKE (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, single shot -------------------------------

_KEM_ID, _KDF_ID, _AEAD_ID = 0x0020, 0x0001, 0x0002
_KEM_SUITE = b"KEM" + struct.pack(">H", _KEM_ID)
_HPKE_SUITE = b"HPKE" + struct.pack(">HHH", _KEM_ID, _KDF_ID, _AEAD_ID)


def _labeled_extract(suite, salt, label, key_material):
    return hkdf_extract(salt, b"HPKE-v1" + suite + label + key_material)


def _labeled_expand(suite, key, label, info, length):
    return hkdf_expand(key, struct.pack(">H", length) + b"HPKE-v1" + suite + label + info, length)


def hpke_open(private_key, encapsulated_key, info, additional_data, ciphertext, psk=None, psk_id=b""):
    """The plaintext, or None where it does not open. With a psk in mode PSK, without one in mode base."""
    # Decap (section 4.1); an all-zero shared secret is refused (section 7.1.4).
    dh = x25519(private_key, encapsulated_key)
    if dh == bytes(32):
        return None
    kem_context = encapsulated_key + x25519_public_key(private_key)
    eae_prk = _labeled_extract(_KEM_SUITE, b"", b"eae_prk", dh)
    shared_secret = _labeled_expand(_KEM_SUITE, eae_prk, b"shared_secret", kem_context, 32)
    # KeySchedule (section 5.1). The first message's nonce is the base nonce itself.
    mode = b"\x00" if psk is None else b"\x01"
    psk_id_hash = _labeled_extract(_HPKE_SUITE, b"", b"psk_id_hash", psk_id)
    info_hash = _labeled_extract(_HPKE_SUITE, b"", b"info_hash", info)
    context = mode + psk_id_hash + info_hash
    secret = _labeled_extract(_HPKE_SUITE, shared_secret, b"secret", psk or b"")
    key = _labeled_expand(_HPKE_SUITE, secret, b"key", context, 32)
    base_nonce = _labeled_expand(_HPKE_SUITE, secret, b"base_nonce", context, 12)
    return aes_256_gcm_open(key, base_nonce, ciphertext, additional_data)


# --- Argon2id (RFC 9106) ----------------------------------------------------------------------------------------------

_MASK_32, _MASK_64 = 2**32 - 1, 2**64 - 1
_BLOCK = struct.Struct("<128Q")


def _make_permute_block():
    """Generates the heart of the compression function G (section 3.5): P over the 8 rows, then over the 8 columns.

    A block's 128 words stand in 128 local variables, and all 512 half steps of GB (section 3.6) are written out one after
    another: nothing that pure Python can do here is faster. A word may grow beyond 64 bits in a sum; it is cut back where
    its upper bits would tell, which is in front of a rotation and at the end.
    """
    lines = []

    def half_step(a, b, d, rotation):
        lines.append(f"v{a} += v{b} + (v{a} & {_MASK_32}) * (v{b} & {_MASK_32}) * 2")
        lines.append(f"x = (v{d} ^ v{a}) & {_MASK_64}")
        lines.append(f"v{d} = x >> {rotation} | x << {64 - rotation}")

    def gb(a, b, c, d):
        half_step(a, b, d, 32)
        half_step(c, d, b, 24)
        half_step(a, b, d, 16)
        half_step(c, d, b, 63)

    def p(v):
        for i in range(4):
            gb(v[i], v[4 + i], v[8 + i], v[12 + i])
        for i in range(4):
            gb(v[i], v[4 + (i + 1) % 4], v[8 + (i + 2) % 4], v[12 + (i + 3) % 4])

    for row in range(8):
        p([16 * row + i for i in range(16)])
    for column in range(8):
        p([16 * i + 2 * column + j for i in range(8) for j in (0, 1)])

    names = ", ".join(f"v{i}" for i in range(128))
    results = ", ".join(f"v{i} & {_MASK_64}" for i in range(128))
    source = f"def permute({names}):\n    " + "\n    ".join(lines) + f"\n    return {results}\n"
    namespace = {}
    exec(source, namespace)  # noqa: S102
    return namespace["permute"]


_permute = _make_permute_block()


def _compress(x, y):
    """The compression function G. Blocks are whole numbers of 8192 bits, little endian."""
    r = x ^ y
    words = _BLOCK.unpack(r.to_bytes(1024, "little"))
    return r ^ int.from_bytes(_BLOCK.pack(*_permute(*words)), "little")


def _long_hash(data, length):
    """The variable-length hash function H' (section 3.3)."""
    data = struct.pack("<I", length) + data
    if length <= 64:
        return hashlib.blake2b(data, digest_size=length).digest()
    output, v = b"", hashlib.blake2b(data).digest()
    while length - len(output) > 64:
        output += v[:32]
        rest = length - len(output)
        v = hashlib.blake2b(v, digest_size=min(64, rest)).digest()
    return output + v


def argon2id(password, salt, memory_kib, passes, parallelism, length, secret=b"", associated_data=b""):
    """Section 3.2. The lanes are filled one after another, so more of them are no faster."""
    version, variant, lanes = 0x13, 2, parallelism
    h0 = hashlib.blake2b(struct.pack("<6I", lanes, length, memory_kib, passes, version, variant))
    for text in (password, salt, secret, associated_data):
        h0.update(struct.pack("<I", len(text)) + text)
    h0 = h0.digest()

    segment = memory_kib // (4 * lanes)
    columns = 4 * segment
    memory = []
    for lane in range(lanes):
        first = (_long_hash(h0 + struct.pack("<2I", i, lane), 1024) for i in (0, 1))
        memory.append([int.from_bytes(block, "little") for block in first] + [0] * (columns - 2))

    def addresses(number, lane, part):
        """The pairs J1, J2 of a segment that does not look at the data (section 3.4.1.2)."""
        count = 0
        while True:
            count += 1
            block = _BLOCK.pack(number, lane, part, columns * lanes, passes, variant, count, *[0] * 121)
            block = _compress(0, _compress(0, int.from_bytes(block, "little")))
            yield from _BLOCK.unpack(block.to_bytes(1024, "little"))

    for number in range(passes):
        for part in range(4):
            for lane in range(lanes):
                independent = number == 0 and part < 2
                source = addresses(number, lane, part) if independent else None
                blocks = memory[lane]
                for index in range(segment):
                    j = next(source) if source else 0
                    if number == 0 and part == 0 and index < 2:
                        continue
                    column = part * segment + index
                    previous = blocks[column - 1]  # in column 0, the last one
                    if not source:
                        j = previous & _MASK_64
                    j1, j2 = j & _MASK_32, j >> 32

                    # Mapping J1 and J2 to a block (section 3.4.2).
                    other = lane if number == 0 and part == 0 else j2 % lanes
                    finished = part * segment if number == 0 else columns - segment
                    if other == lane:
                        area = finished + index - 1
                    else:
                        area = finished - (index == 0)
                    begin = 0 if number == 0 or part == 3 else (part + 1) * segment
                    place = (begin + area - 1 - (area * (j1 * j1 >> 32) >> 32)) % columns

                    # In the first pass the old block is zero: XOR changes nothing.
                    blocks[column] ^= _compress(previous, memory[other][place])

    last = 0
    for blocks in memory:
        last ^= blocks[-1]
    return _long_hash(last.to_bytes(1024, "little"), length)


# --- Texts ------------------------------------------------------------------------------------------------------------


def decode_base64(text, length=None):
    need(type(text) is str, "not base64")
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        raise Refused("not base64") from None
    need(base64.b64encode(data).decode("ascii") == text, "not base64")
    need(length is None or len(data) == length, "a value of the wrong length")
    return data


def parse_json(data):
    """JSON as the page has it: UTF-8, whole numbers written plainly, each key once."""

    def keys_once(pairs):
        need(len({key for key, _ in pairs}) == len(pairs), "a key that stands twice")
        return dict(pairs)

    def plain_integer(text):
        number = int(text)
        need(text == str(number), "a number that is not a plain integer")
        return number

    def refuse(_):
        raise Refused("a number that is not a plain integer")

    try:
        value = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=keys_once,
            parse_int=plain_integer,
            parse_float=refuse,
            parse_constant=refuse,
        )
        compact_json(value)  # raises where an escape stands for half a character
        return value
    except (ValueError, RecursionError):
        raise Refused("not JSON") from None


def compact_json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


# --- Layout -----------------------------------------------------------------------------------------------------------


def split_file(data):
    """The format, the header's bytes, the document's additional data, its nonce, and its ciphertext."""
    need(data[:4] == b"CSGN" and len(data) >= 9, "not a Countersign vault")
    form = data[4]
    need(form in (1, 2), "a format that this program does not know")
    end = 9 + int.from_bytes(data[5:9], "big")
    need(len(data) >= end + 12 + 16, "the file is cut off")
    return form, data[9:end], data[:end], data[end : end + 12], data[end + 12 :]


# --- Checks -----------------------------------------------------------------------------------------------------------


def check_keys(value, keys, optional=""):
    need(type(value) is dict, "a value that should be an object")
    needed = set(keys.split())
    need(needed <= set(value) <= needed | set(optional.split()), "an object with a wrong set of keys")


def check_number(value, least, most=2**53 - 1):
    need(type(value) is int and least <= value <= most, "a number that is not allowed")


def check_text(value, pattern=".*"):
    need(type(value) is str and re.fullmatch(pattern, value, re.DOTALL), "a text that is not allowed")


def check_list(value, check_entry):
    need(type(value) is list, "a value that should be a list")
    for entry in value:
        check_entry(entry)


# --- Header -----------------------------------------------------------------------------------------------------------


def check_header(header, form):
    check_keys(header, "vaultId generation savedAt slots")
    decode_base64(header["vaultId"], 16)
    check_number(header["generation"], 1)
    check_number(header["savedAt"], 0)
    need(type(header["slots"]) is list and header["slots"], "a header without slots")
    for slot in header["slots"]:
        check_keys(slot, "id createdAt way publicKey privateKey dataKey")
        decode_base64(slot["id"], 16)
        check_number(slot["createdAt"], 0)
        decode_base64(slot["publicKey"], 32)
        check_keys(slot["privateKey"], "nonce ciphertext")
        decode_base64(slot["privateKey"]["nonce"], 12)
        # In format 2 without the sealing key, too: slots of format 1 stay as they are until they are replaced.
        length = len(decode_base64(slot["privateKey"]["ciphertext"]))
        need(length == 48 or (length == 80 and form == 2), "a value of the wrong length")
        check_keys(slot["dataKey"], "encapsulatedKey ciphertext")
        decode_base64(slot["dataKey"]["encapsulatedKey"], 32)
        decode_base64(slot["dataKey"]["ciphertext"], 48)
        check_way(slot["way"])


def check_way(way):
    kind = way.get("kind") if type(way) is dict else None
    if kind == "passkey":
        check_keys(way, "kind credentialId salt")
        decode_base64(way["credentialId"])
        decode_base64(way["salt"], 32)
    elif kind == "passphrase":
        check_keys(way, "kind salt memoryKiB passes parallelism")
        decode_base64(way["salt"], 16)
        check_number(way["memoryKiB"], 65536, 1048576)
        check_number(way["passes"], 3, 16)
        check_number(way["parallelism"], 1, 16)
    else:
        need(kind == "recovery", "a way in of an unknown kind")
        check_keys(way, "kind")


# --- From a way in to the data key ------------------------------------------------------------------------------------

# 1. Material


def material_of_passphrase(passphrase, way):
    return argon2id(
        unicodedata.normalize("NFC", passphrase).encode("utf-8"),
        decode_base64(way["salt"]),
        way["memoryKiB"],
        way["passes"],
        way["parallelism"],
        32,
    )


def material_of_recovery_code(typed):
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    # Only ASCII changes its case: str.upper() would make an I of a dotless i.
    code = re.sub("[a-z]", lambda x: x[0].upper(), typed)
    code = "".join(x for x in code if not x.isspace() and unicodedata.category(x) != "Pd")
    code = code.translate(str.maketrans("OIL", "011"))
    need(len(code) == 28 and all(x in alphabet for x in code), "not a recovery code")
    places = [alphabet.index(x) for x in code]
    total = 0
    for i, place in enumerate(reversed(places[:27])):
        value = 2 * place if i % 2 == 0 else place
        total += value // 32 + value % 32
    need(places[27] == (32 - total % 32) % 32, "the recovery code is mistyped")
    return code.encode("ascii")


# 2. Key encryption key


def key_encryption_key(material, vault_id, slot):
    way = slot["way"]
    binding = way["credentialId"] if way["kind"] == "passkey" else slot["id"]
    salt = decode_base64(vault_id) + decode_base64(binding)
    return hkdf_expand(hkdf_extract(salt, material), b"countersign kek v1", 32)


# 3. The slot's description


def description(vault_id, slot):
    way = slot["way"]
    parts = {
        "passkey": ("credentialId", "salt"),
        "passphrase": ("salt", "memoryKiB", "passes", "parallelism"),
        "recovery": (),
    }[way["kind"]]
    start = ["countersign slot v1", vault_id, slot["id"], slot["publicKey"], way["kind"]]
    return compact_json(start + [way[part] for part in parts])


def open_slot(material, vault_id, slot):
    """The data key and the sealing key, or None where the material is not this slot's.

    The sealing key is None for a slot of format 1.
    """
    kek = key_encryption_key(material, vault_id, slot)
    described = description(vault_id, slot)

    # 4. The slot's private key
    sealed = slot["privateKey"]
    keys = aes_256_gcm_open(kek, decode_base64(sealed["nonce"]), decode_base64(sealed["ciphertext"]), described)
    if keys is None:
        return None
    private_key, sealing_key = keys[:32], keys[32:] or None
    need(x25519_public_key(private_key) == decode_base64(slot["publicKey"]), "a public key of another private key")

    # 5. The data key
    sealed = slot["dataKey"]
    data_key = hpke_open(
        private_key,
        decode_base64(sealed["encapsulatedKey"]),
        b"countersign dek v1",
        described,
        decode_base64(sealed["ciphertext"]),
        psk=sealing_key,
        psk_id=b"" if sealing_key is None else b"countersign sealing key v1",
    )
    need(data_key is not None, "the data key was not sealed by who had this vault open")
    return data_key, sealing_key


def find_keys(header, kind, material_for):
    """Tries every slot of a kind, for there can be more than one."""
    slots = [slot for slot in header["slots"] if slot["way"]["kind"] == kind]
    need(slots, f"the vault has no way in of the kind {kind}")
    for slot in slots:
        keys = open_slot(material_for(slot["way"]), header["vaultId"], slot)
        if keys is not None:
            return keys
    raise Refused("that does not open this vault, or its header was changed")


# --- Document ---------------------------------------------------------------------------------------------------------

_UUID = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
_COLUMNS_2 = "account createdAt issuer prefix tenant parameters origins"
_COLUMNS_3 = f"{_COLUMNS_2} kind proof"
_COLUMNS = f"{_COLUMNS_3} group"
_SPARSE_2 = "counter deletedAt pinned"
_SPARSE_3 = f"{_SPARSE_2} elsewhere replaces"
_SPARSE_4 = f"{_SPARSE_3} mode history submits insteadOfPush"
_SPARSE = f"{_SPARSE_4} image"
_KINDS = ("work", "guest", "personal", "other")
_PROOFS = ("unverified", "verified")
_MODES = ("automatic", "ask", "manual")


def check_id(value):
    check_text(value, _UUID)


def check_origin(value):
    check_text(value, "https://.+")


def check_group(group):
    check_keys(group, "id name")
    check_id(group["id"])
    check_text(group["name"])
    need(1 <= len(group["name"].encode("utf-16-le")) // 2 <= 60, "a name of the wrong length")


def check_image(image):
    need(image.startswith("iVBORw0KGgoAAAANSUhEUgAAAEAAAABA"), "a picture that is no PNG of 64 by 64 pixels")
    need(len(decode_base64(image)) <= 12288, "a picture that is too large")


def check_refusal(refusal):
    check_keys(refusal, "at kind origin")
    check_number(refusal["at"], 0)
    need(refusal["kind"] == "not-me", "a refusal of an unknown kind")
    check_origin(refusal["origin"])


def check_account(account):
    """An account written out."""
    optional = "tenant group proof elsewhere replaces pinned image mode submits insteadOfPush history deletedAt"
    check_keys(account, "id credential kind createdAt origins", optional)
    need(account["kind"] in _KINDS, "an account of an unknown kind")
    need(account.get("proof", "verified") in _PROOFS, "a proof that is none")
    if "elsewhere" in account:
        check_text(account["elsewhere"])
        need(1 <= len(account["elsewhere"].encode("utf-16-le")) // 2 <= 200, "a text of the wrong length")
    if "replaces" in account:
        check_id(account["replaces"])
    check_id(account["id"])
    check_number(account["createdAt"], 0)
    check_list(account["origins"], check_origin)
    for name in ("tenant", "group"):
        if name in account:
            check_id(account[name])
    if "image" in account:
        check_image(account["image"])
    for name in ("pinned", "submits", "insteadOfPush"):
        need(account.get(name, True) is True, "a mark that is not true")
    need(account.get("mode", "ask") in _MODES, "a mode that is none")
    if "history" in account:
        check_list(account["history"], check_refusal)
        need(1 <= len(account["history"]) <= 20, "a history of the wrong length")
    if "deletedAt" in account:
        check_number(account["deletedAt"], 0)

    credential = account["credential"]
    kind = credential.get("type") if type(credential) is dict else None
    need(kind in ("totp", "hotp", "steam"), "an account of an unknown type")
    number = "counter" if kind == "hotp" else "period"
    check_keys(credential, f"type issuer account prefix secret algorithm digits {number}")
    for name in ("issuer", "account", "prefix"):
        check_text(credential[name])
    check_text(credential["secret"], "[A-Z2-7]+")
    check_text(credential["algorithm"], "SHA1|SHA256|SHA512")
    check_number(credential["digits"], 1)
    check_number(credential[number], 0 if kind == "hotp" else 1)


def check_change(change):
    check_keys(change, "kind label")
    check_text(change["kind"])
    check_text(change["label"])


def check_damaged(state):
    check_keys(state, "generation savedAt code", "change")
    check_number(state["generation"], 1)
    check_number(state["savedAt"], 0)
    check_text(state["code"])
    if "change" in state:
        check_change(state["change"])


def check_document(document, check_undone=check_account):
    """All of the document but its accounts, which are checked once they are written out."""
    has_groups = document["version"] > 4
    groups = " groups" if has_groups else ""
    check_keys(document, "version sealingKey accounts settings wayNames damaged" + groups, "undo")
    decode_base64(document["sealingKey"], 32)
    settings = document["settings"]
    check_keys(settings, "lockAfterMinutes lockWhenIdleMinutes clockOffsetSeconds" + (" hideCodes" if has_groups else ""))
    need(type(settings.get("hideCodes", False)) is bool, "a setting that is not allowed")
    check_list(document.get("groups", []), check_group)
    for name, allowed in (("lockAfterMinutes", (1, 5, 15, 30, 60, 240)), ("lockWhenIdleMinutes", (1, 5, 15, 30))):
        minutes = settings[name]
        need(minutes is None or (type(minutes) is int and minutes in allowed), "a setting that is not allowed")
    check_number(settings["clockOffsetSeconds"], -43200, 43200)
    for slot_id, name in document["wayNames"].items():
        decode_base64(slot_id, 16)
        check_text(name)
    check_list(document["damaged"], check_damaged)
    if "undo" in document:
        undo = document["undo"]
        check_keys(undo, "change accounts added", "order" + groups)
        check_list(undo.get("groups", []), check_group)
        check_change(undo["change"])
        check_list(undo["accounts"], check_undone)
        check_list(undo["added"], check_id)
        check_list(undo.get("order", []), check_id)


def plain_accounts(columns, version):
    """Accounts: from columns to one object each, in the shape of vault-v5.json."""

    def words(text):
        check_text(text)
        return text.split(" ") if text else []

    names = {2: _COLUMNS_2, 3: _COLUMNS_3, 4: _COLUMNS_3}.get(version, _COLUMNS)
    sparse = {2: _SPARSE_2, 3: _SPARSE_3, 4: _SPARSE_4}.get(version, _SPARSE)
    check_keys(columns, f"id secret {names} texts parameterSets originSets {sparse}")
    texts, sets, origin_sets = columns["texts"], columns["parameterSets"], columns["originSets"]
    check_list(texts, check_text)
    need(len(set(texts)) == len(texts), "a text that stands twice")
    for parameters in sets:
        check_keys(parameters, "type algorithm digits" + ("" if parameters["type"] == "hotp" else " period"))
    per_account = {
        "id": words(columns["id"]),
        "secret": words(columns["secret"]),
        **{name: columns[name] for name in names.split()},
    }
    count = len(per_account["id"])
    need(
        all(type(column) is list and len(column) == count for column in per_account.values()),
        "columns of different lengths",
    )

    def at(values, place):
        need(type(values) in (list, tuple), "no list")
        need(type(place) is int and 0 <= place < len(values), "a place outside its list")
        return values[place]

    accounts = []
    for i in range(count):
        row = {name: column[i] for name, column in per_account.items()}
        account = {
            "id": row["id"],
            "credential": {
                **at(sets, row["parameters"]),
                "issuer": at(texts, row["issuer"]),
                "account": row["account"],
                "prefix": at(texts, row["prefix"]),
                "secret": row["secret"],
            },
            "createdAt": row["createdAt"],
            "origins": at(origin_sets, row["origins"]),
        }
        if row["tenant"] != -1:
            account["tenant"] = at(texts, row["tenant"])
        if version > 2:
            account["kind"] = at(_KINDS, row["kind"])
            if row["proof"] != -1:
                account["proof"] = at(_PROOFS, row["proof"])
        if version > 4 and row["group"] != -1:
            account["group"] = at(texts, row["group"])
        accounts.append(account)

    def put(values, name, value):
        need(name not in values, "an account that stands twice in one list")
        values[name] = value

    for place, counter in columns["counter"]:
        put(at(accounts, place)["credential"], "counter", counter)
    for place, time in columns["deletedAt"]:
        put(at(accounts, place), "deletedAt", time)
    for name in ("elsewhere", "replaces", "history", "image"):
        for place, value in columns.get(name, []):
            put(at(accounts, place), name, value)
    for place, mode in columns.get("mode", []):
        put(at(accounts, place), "mode", at(_MODES, mode))
    for name in ("pinned", "submits", "insteadOfPush"):
        for place in columns.get(name, []):
            put(at(accounts, place), name, True)
    if version == 2:
        return [with_kind(account) for account in accounts]
    check_list(accounts, check_account)
    return accounts


# Codes


def _truncated(secret, counter, algorithm):
    """RFC 4226, section 5.3."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", counter), algorithm.lower())
    offset = digest[-1] & 15
    return int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF


def hotp(secret, counter, digits=6, algorithm="SHA1"):
    return str(_truncated(secret, counter, algorithm) % 10**digits).zfill(digits)


def totp(secret, seconds, digits=6, period=30, algorithm="SHA1"):
    return hotp(secret, seconds // period, digits, algorithm)


def steam(secret, seconds):
    alphabet, value, code = "23456789BCDFGHJKMNPQRTVWXY", _truncated(secret, seconds // 30, "SHA1"), ""
    for _ in range(5):
        value, place = divmod(value, 26)
        code += alphabet[place]
    return code


# --- Versions ---------------------------------------------------------------------------------------------------------


def inflate(data):
    stream = zlib.decompressobj(wbits=-15)
    try:
        inflated = stream.decompress(data)
    except zlib.error:
        raise Refused("the document does not inflate") from None
    need(stream.eof and not stream.unused_data, "the document does not inflate")
    return inflated


def check_account_of_version_4(account):
    need(not {"group", "image"} & set(account), "not of its version")
    check_account(account)


def check_account_of_version_3(account):
    need(not {"mode", "history", "submits", "insteadOfPush"} & set(account), "not of its version")
    check_account_of_version_4(account)


def with_kind(account):
    """An account of document 1 or 2 in version 3 and later."""
    need(not {"kind", "proof", "elsewhere", "replaces"} & set(account), "not of its version")
    at_entra = "tenant" in account or "https://login.microsoftonline.com" in account["origins"]
    account = {**account, "kind": "work" if at_entra else "other"}
    check_account_of_version_3(account)
    return account


def check_account_of_version_1(account):
    with_kind(account)
    need(account["credential"]["type"] == "totp" and not {"pinned", "deletedAt"} & set(account), "not of version 1")


def read_document(data, sealing_key):
    document = parse_json(data)
    version = document["version"]
    check_number(version, 1)
    if version == 1:
        check_keys(document, "version accounts")
        check_list(document["accounts"], check_account_of_version_1)
        # Its new sealing key is left out: it is random, and nothing is sealed with it yet.
        return {
            "version": 5,
            "accounts": [with_kind(account) for account in document["accounts"]],
            "groups": [],
            "settings": {"lockAfterMinutes": 15, "lockWhenIdleMinutes": 5, "clockOffsetSeconds": 0, "hideCodes": False},
            "wayNames": {},
            "damaged": [],
        }
    checks = {2: with_kind, 3: check_account_of_version_3, 4: check_account_of_version_4, 5: check_account}
    need(version in checks, "a document of a version that this program does not know")
    check_document(document, checks[version])
    need(
        sealing_key is None or decode_base64(document["sealingKey"]) == sealing_key,
        "the document's sealing key is not that of the slot",
    )
    document["accounts"] = plain_accounts(document["accounts"], version)
    if version == 2 and "undo" in document:
        document["undo"]["accounts"] = [with_kind(account) for account in document["undo"]["accounts"]]
    if version < 5:
        document = {**document, "groups": [], "settings": {**document["settings"], "hideCodes": False}}
    groups = {group["id"] for group in document["groups"]}
    need(all(account.get("group") in groups | {None} for account in document["accounts"]), "a group that there is not")
    return {**document, "version": 5}


def open_vault(data, kind, material_for):
    form, header_bytes, additional_data, nonce, ciphertext = split_file(data)
    header = parse_json(header_bytes)
    check_header(header, form)
    data_key, sealing_key = find_keys(header, kind, material_for)
    plaintext = aes_256_gcm_open(data_key, nonce, ciphertext, additional_data)
    need(plaintext is not None, "the vault was changed or is damaged")
    try:
        return read_document(inflate(plaintext) if form == 1 else plaintext, sealing_key)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise Refused("the document is malformed") from None


def main():
    parser = argparse.ArgumentParser(description="Opens a Countersign vault and prints its document as JSON.")
    parser.add_argument("file")
    ways = parser.add_mutually_exclusive_group(required=True)
    ways.add_argument("--passphrase", metavar="TEXT")
    ways.add_argument("--recovery-code", metavar="CODE")
    ways.add_argument("--prf", metavar="BASE64", help="the 32 bytes of the passkey's PRF output")
    given = parser.parse_args()
    try:
        if given.passphrase is not None:
            kind, material_for = "passphrase", lambda way: material_of_passphrase(given.passphrase, way)
        else:
            if given.recovery_code is not None:
                kind, material = "recovery", material_of_recovery_code(given.recovery_code)
            else:
                kind, material = "passkey", decode_base64(given.prf, 32)
            material_for = lambda way: material  # noqa: E731
        with open(given.file, "rb") as file:
            data = file.read()
        document = open_vault(data, kind, material_for)
    except Refused as refused:
        print(f"refused: {refused}", file=sys.stderr)
        return 1
    except OSError:
        print("refused: the file cannot be read", file=sys.stderr)
        return 1
    except UnicodeError:
        print("refused: what was given is not valid text", file=sys.stderr)
        return 1
    sys.stdout.reconfigure(encoding="utf-8")
    print(json.dumps(document, ensure_ascii=False, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
