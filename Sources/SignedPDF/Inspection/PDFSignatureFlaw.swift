/// What is wrong with a signature besides its coverage and what came after it.
public enum PDFSignatureFlaw: Sendable, Hashable, CustomStringConvertible {
    /// A `/SubFilter` that is not verified.
    case unsupportedFormat(String)
    /// Another field shows the same signature.
    case sharedBySeveralFields
    /// Another field has the same name.
    case repeatedName
    /// The signature is no object of its own, so that its place in the file cannot be told.
    case notAnObject
    /// It certifies the document, but is not the first signature or is not named as the certifying one.
    case misplacedCertification

    /// A name that does not change between versions.
    public var code: String {
        switch self {
        case .unsupportedFormat: "unsupported-format"
        case .sharedBySeveralFields: "shared-by-several-fields"
        case .repeatedName: "repeated-name"
        case .notAnObject: "not-an-object"
        case .misplacedCertification: "misplaced-certification"
        }
    }

    public var description: String {
        switch self {
        case .unsupportedFormat(let name): "signatures of the kind \(name.debugDescription) are not verified"
        case .sharedBySeveralFields: "several fields show the same signature"
        case .repeatedName: "several fields have the same name"
        case .notAnObject: "the signature is not an object of its own"
        case .misplacedCertification: "the signature certifies the document without being the first"
        }
    }
}
