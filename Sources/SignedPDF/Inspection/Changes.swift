/// What was appended to a file after a signature.
public enum Changes: Sendable, Hashable {
    case none
    /// Only what a later signature needs, in the order in which it came.
    case permitted([PermittedChange])
    /// Anything else: the signed text may no longer be what is seen.
    case forbidden([ForbiddenChange])

    public var arePermitted: Bool {
        if case .forbidden = self { false } else { true }
    }
}

/// What may be appended after a signature.
public enum PermittedChange: Sendable, Hashable, CustomStringConvertible {
    /// Another signature field, signed or not, that shows nothing. `page` counts from 0; nil for one that is on no page.
    case signatureField(name: String, page: Int?)
    /// A signature in a field that stood empty.
    case fieldSigned(name: String)
    /// Certificates and revocation data (DSS).
    case validationData
    /// The date of change or the producing program, in the document's information.
    case documentInformation
    /// What the document says of itself to programs (XMP); its title is the same.
    case metadata
    /// The PDF version or extensions that the new parts use.
    case version
    /// A revision in which nothing changed.
    case nothing

    /// Whether it may come after the last signature: room for another, and what signatures are verified by, in whose
    /// company programs say when they wrote and which extension it takes.
    func mayStandUnsigned(beside others: [PermittedChange]) -> Bool {
        switch self {
        case .signatureField, .fieldSigned, .validationData: true
        case .documentInformation, .version: others.contains(.validationData)
        case .metadata, .nothing: false
        }
    }

    public var description: String {
        switch self {
        case .signatureField(let name, let page):
            "signature field \(name.debugDescription)" + (page.map { " on page \($0 + 1)" } ?? "")
        case .fieldSigned(let name): "signature in the field \(name.debugDescription)"
        case .validationData: "validation data"
        case .documentInformation: "date of change"
        case .metadata: "metadata (XMP)"
        case .version: "PDF version"
        case .nothing: "a revision without a change"
        }
    }
}
