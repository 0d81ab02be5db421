"""pyHanko as an independent reader and writer of signed PDFs.

    pdf_peer.py validate FILE ROOT.pem             one line of JSON for each signature
    pdf_peer.py stamps FILE ROOT.pem               one line for each time stamp over the document
    pdf_peer.py level FILE ROOT.pem FIELD          what AdES basic validation says (ETSI EN 319 102-1)
    pdf_peer.py sign IN OUT KEY.pem CERT.pem FIELD [certify] [visible] [pkcs7]
    pdf_peer.py field IN OUT FIELD                 adds an empty signature field
    pdf_peer.py dss IN OUT CERT.pem                adds validation data
"""

import asyncio
import json
import sys

from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import ades, async_validate_pdf_timestamp, dss, validate_pdf_signature
from pyhanko.sign.validation.policy_decl import SignatureValidationSpec
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy,
    RevocationCheckingPolicy,
    RevocationCheckingRule,
)
from pyhanko_certvalidator.registry import SimpleTrustManager


def validate(file, root):
    with open(file, "rb") as stream:
        for signature in PdfFileReader(stream).embedded_regular_signatures:
            context = ValidationContext(trust_roots=list(load_certs_from_pemder([root])))
            status = validate_pdf_signature(signature, context)
            print(json.dumps({
                "field": signature.field_name,
                "intact": status.intact,
                "valid": status.valid,
                "trusted": status.trusted,
                "coverage": status.coverage.name,
                "modification": status.modification_level.name if status.modification_level else "none",
                "docmdp": bool(status.docmdp_ok),
                "bottomLine": status.bottom_line,
            }))


def stamps(file, root):
    with open(file, "rb") as stream:
        for stamp in PdfFileReader(stream).embedded_timestamp_signatures:
            context = ValidationContext(trust_roots=list(load_certs_from_pemder([root])))
            status = asyncio.run(async_validate_pdf_timestamp(stamp, context))
            holds = status.intact and status.valid and status.trusted
            print(stamp.field_name, "valid" if holds else "not valid", status.coverage.name)


def level(file, root, field):
    checking = RevocationCheckingRule.NO_CHECK
    policy = CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(trust_roots=list(load_certs_from_pemder([root]))),
        revinfo_policy=CertRevTrustPolicy(
            RevocationCheckingPolicy(ee_certificate_rule=checking, intermediate_ca_cert_rule=checking)),
    )
    spec = SignatureValidationSpec(cert_validation_policy=policy)
    with open(file, "rb") as stream:
        found = [s for s in PdfFileReader(stream).embedded_regular_signatures if s.field_name == field]
        digest = found[0].compute_digest()
        result = asyncio.run(ades.ades_basic_validation(found[0].signed_data, spec, raw_digest=digest))
        print(result.ades_subindic)


def sign(source, target, key, certificate, field, *options):
    signer = signers.SimpleSigner.load(key, certificate)
    subfilter = fields.SigSeedSubFilter.ADOBE_PKCS7_DETACHED if "pkcs7" in options else fields.SigSeedSubFilter.PADES
    metadata = signers.PdfSignatureMetadata(
        field_name=field, subfilter=subfilter, certify="certify" in options, md_algorithm="sha256",
        docmdp_permissions=fields.MDPPerm.FILL_FORMS, reason="Người ký thứ hai")
    box = (40, 40, 160, 90) if "visible" in options else None
    with open(source, "rb") as stream:
        writer = IncrementalPdfFileWriter(stream)
        known = [name for name, _, _ in fields.enumerate_sig_fields(PdfFileReader(open(source, "rb")))]
        new = None if field in known else fields.SigFieldSpec(field, on_page=0, box=box)
        with open(target, "wb") as output:
            signers.PdfSigner(metadata, signer=signer, new_field_spec=new).sign_pdf(writer, output=output)


def field(source, target, name):
    with open(source, "rb") as stream:
        writer = IncrementalPdfFileWriter(stream)
        fields.append_signature_field(writer, fields.SigFieldSpec(name, on_page=0, box=(40, 40, 160, 90)))
        with open(target, "wb") as output:
            writer.write(output)


def add_dss(source, target, certificate):
    with open(source, "rb") as stream, open(target, "wb") as output:
        writer = IncrementalPdfFileWriter(stream)
        dss.DocumentSecurityStore.supply_dss_in_writer(
            writer, sig_contents=None, certs=list(load_certs_from_pemder([certificate])))
        writer.write(output)


if __name__ == "__main__":
    {"validate": validate, "stamps": stamps, "level": level, "sign": sign, "field": field, "dss": add_dss}[sys.argv[1]](*sys.argv[2:])
