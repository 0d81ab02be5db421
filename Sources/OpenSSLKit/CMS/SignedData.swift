/// The shape of a CMS message (RFC 5652, sections 3 and 5.1), down to the fields that are taken apart or put together
/// here:
///
///     SEQUENCE {                               ContentInfo
///         OBJECT signedData
///         [0] SEQUENCE {                       SignedData
///             INTEGER version
///             SET digestAlgorithms
///             SEQUENCE encapContentInfo
///             [0] certificates                 OPTIONAL
///             [1] crls                         OPTIONAL
///             SET signerInfos
///         }
///     }
///
/// Fields hold the contents of their elements; nothing in them has been checked.
struct SignedData {
    static let contentType: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]

    var version: [UInt8]
    var digestAlgorithms: [UInt8]
    var encapsulated: [UInt8]
    /// Each in DER, in the order they stand.
    var certificates: [[UInt8]]
    var revocationLists: [UInt8]?
    var signers: [UInt8]

    init(version: UInt8, digestAlgorithms: [UInt8], encapsulated: [UInt8], certificates: [[UInt8]], signers: [UInt8]) {
        self.version = [version]
        (self.digestAlgorithms, self.encapsulated) = (digestAlgorithms, encapsulated)
        (self.certificates, self.signers) = (certificates, signers)
    }

    /// Nil unless `der` has this shape exactly, with every length in its shortest form.
    init?(der: [UInt8]) {
        var outer = DERReader(der)
        var message = DERReader(outer.take(.sequence) ?? [])
        guard message.take(.objectIdentifier) == Self.contentType else { return nil }
        var wrapper = DERReader(message.take(.context0) ?? [])
        var fields = DERReader(wrapper.take(.sequence) ?? [])
        guard let version = fields.take(.integer), let algorithms = fields.take(.set),
            let encapsulated = fields.take(.sequence)
        else { return nil }
        (self.version, digestAlgorithms, self.encapsulated) = (version, algorithms, encapsulated)
        let certificates = fields.takeIfNext(.context0)
        guard let list = Self.elements(of: certificates ?? []) else { return nil }
        self.certificates = list
        revocationLists = fields.takeIfNext(.context1)
        guard let signers = fields.take(.set) else { return nil }
        self.signers = signers
        guard self.der == der else { return nil }
    }

    var der: [UInt8] {
        let fields = [
            DERWriter.element(.integer, version),
            DERWriter.element(.set, digestAlgorithms),
            DERWriter.element(.sequence, encapsulated),
            certificates.isEmpty ? [] : DERWriter.element(.context0, Array(certificates.joined())),
            revocationLists.map { DERWriter.element(.context1, $0) } ?? [],
            DERWriter.element(.set, signers),
        ]
        let data = DERWriter.element(.sequence, Array(fields.joined()))
        return DERWriter.element(
            .sequence, DERWriter.element(.objectIdentifier, Self.contentType) + DERWriter.element(.context0, data))
    }

    private static func elements(of list: [UInt8]) -> [[UInt8]]? {
        var reader = DERReader(list)
        var elements: [[UInt8]] = []
        while !reader.isAtEnd {
            guard let element = reader.take(.sequence) else { return nil }
            elements.append(DERWriter.element(.sequence, element))
        }
        return elements
    }
}
