import TestSupport

@testable import AccountSecurity

/// WebAuthn level 3, section 16.2: an ES256 credential without attestation, as it is registered and used.
enum PublishedPasskey {
    static let party = RelyingParty(id: "example.org", origin: "https://example.org")

    static let id = hex("f91f391db4c9b2fde0ea70189cba3fb63f579ba6122b33ad94ff3ec330084be4")

    static let x = hex("afefa16f97ca9b2d23eb86ccb64098d20db90856062eb249c33a9b672f26df61")
    static let y = hex("930a56b87a2fca66334b03458abf879717c12cc68ed73290af2e2664796b9220")

    enum Registration {
        static let challenge = hex("00c30fb78531c464d2b6771dab8d7b603c01162f2fa486bea70f283ae556e130")
        static let clientData =
            Array(
                #"{"type":"webauthn.create","challenge":"AMMPt4UxxGTStncdq417YDwBFi8vpIa-pw8oOuVW4TA","#.utf8)
            + #""origin":"https://example.org","crossOrigin":false,"extraData":"clientDataJSON may be extended with "#
            .utf8
            + #"additional fields in the future, such as this: BkQeDjdcTBrXBiAwJTLE5Q"}"#.utf8
        static let attestation =
            hex("a363666d74646e6f6e656761747453746d74a068617574684461746158a4") + authenticatorData
        static let authenticatorData =
            hex(
                "bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b559000000008446ccb9ab1db374750b2367ff6f3a1f"
                    + "0020f91f391db4c9b2fde0ea70189cba3fb63f579ba6122b33ad94ff3ec330084be4a5010203262001215820")
            + x + hex("225820") + y
    }

    enum Assertion {
        static let challenge = hex("39c0e7521417ba54d43e8dc95174f423dee9bf3cd804ff6d65c857c9abf4d408")
        static let clientData =
            Array(
                #"{"type":"webauthn.get","challenge":"OcDnUhQXulTUPo3JUXT0I97pvzzYBP9tZchXyav01Ag","#.utf8)
            + #""origin":"https://example.org","crossOrigin":false}"#.utf8
        static let authenticatorData = hex(
            "bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b51900000000")
        static let signature = hex(
            "3046022100f50a4e2e4409249c4a853ba361282f09841df4dd4547a13a87780218deffcd380221008480ac0f0b93538174f575bf11"
                + "a1dd5d78c6e486013f937295ea13653e331e87")
    }
}
