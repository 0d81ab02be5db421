import COpenSSL

/// The attributes that are signed in the content's place (RFC 5652, section 11; RFC 5035), in DER:
///
///     content-type             id-data
///     message-digest           SHA-256 of the content
///     signing-time             CAdES only
///     signing-certificate-v2   SHA-256 of the signer's certificate, its issuer and serial number
struct SignedAttributes {
    /// One after another, in the order that DER gives the members of a set.
    let members: [UInt8]

    /// What the signature is over: the set as one of its own.
    var signedForm: [UInt8] { DERWriter.element(.set, members) }

    init(content: [UInt8], signer: Certificate, time: Int64?) throws {
        let digest = try SignatureDigest.sha256.hash(content)
        var attributes = try [
            Self.attribute([0x09, 0x03], [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01]),
            Self.attribute([0x09, 0x04], DERWriter.element(.octetString, digest)),
            Self.attribute([0x09, 0x10, 0x02, 0x2F], Self.naming(signer)),
        ]
        if let time { try attributes.append(Self.attribute([0x09, 0x05], ASN1Time.der(time))) }
        members = Array(attributes.sorted { $0.lexicographicallyPrecedes($1) }.joined())
    }

    /// - Parameter branch: the end of its identifier, below pkcs (1.2.840.113549.1).
    private static func attribute(_ branch: [UInt8], _ value: [UInt8]) -> [UInt8] {
        let pkcs: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01]
        return DERWriter.element(
            .sequence, DERWriter.element(.objectIdentifier, pkcs + branch) + DERWriter.element(.set, value))
    }

    /// `SigningCertificateV2` with one `ESSCertIDv2`, whose hash function is the default, SHA-256.
    private static func naming(_ certificate: Certificate) throws -> [UInt8] {
        let issuer = try DERWriter.element(.sequence, DERWriter.element(.context4, certificate.issuerDER()))
        let place = try DERWriter.element(.sequence, issuer + certificate.serialDER())
        let identifier = DERWriter.element(
            .sequence, DERWriter.element(.octetString, certificate.fingerprint) + place)
        return DERWriter.element(.sequence, DERWriter.element(.sequence, identifier))
    }
}
