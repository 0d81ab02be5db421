public import SignedPDF

/// A prepared file and the signature that goes into it, still apart, so that a time stamp can be put to the signature.
public struct DetachedDecision: Sendable {
    public let prepared: PreparedSignature

    /// CMS, DER.
    public var signature: [UInt8]

    public init(prepared: PreparedSignature, signature: [UInt8]) {
        (self.prepared, self.signature) = (prepared, signature)
    }

    /// The signed file.
    /// - Throws: `PDFError.signatureTooLarge`.
    public func attached() throws(PDFError) -> [UInt8] { try prepared.attaching(signature) }
}
