"""Addresses as QR codes."""

import io

import segno


def qr_code(address: str) -> str:
    """Return a QR code (ISO/IEC 18004) as SVG, one unit for each module, without a quiet zone.

    The medium level of error correction: a fold or a stain of up to 15 % does not harm.
    """
    stream = io.BytesIO()
    code = segno.make(address, error="m", boost_error=False, micro=False)
    code.save(stream, kind="svg", border=0, xmldecl=False, svgns=True, nl=False)
    return stream.getvalue().decode()
