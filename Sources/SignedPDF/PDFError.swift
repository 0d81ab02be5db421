/// Why a PDF was not read, signed or added to.
public enum PDFError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file is longer than `limit` bytes.
    case tooLarge(limit: Int)
    /// What would have to be made of the file to read it (values, texts, unpacked streams, each copy counted) is more
    /// than `limit` bytes.
    case tooMuchInside(limit: Int)
    case encrypted
    /// Not a PDF, cut short or damaged; nothing is repaired. The text names the place and the fault.
    case malformed(String)
    /// Legal, but a structure that this module does not read, such as a linearized file.
    case unsupported(String)
    /// A certifying signature must be the first one.
    case alreadySigned
    /// Another field has this name.
    case fieldExists(String)
    /// The file has pages `0..<count` only.
    case noSuchPage(Int, count: Int)
    /// The signature is longer than the room that was prepared for it.
    case signatureTooLarge(needed: Int, available: Int)
    /// What was asked for cannot be written, for the reason given.
    case invalidRequest(String)

    /// A name that does not change between versions.
    public var code: String {
        switch self {
        case .tooLarge: "too-large"
        case .tooMuchInside: "too-much-inside"
        case .encrypted: "encrypted"
        case .malformed: "malformed"
        case .unsupported: "unsupported"
        case .alreadySigned: "already-signed"
        case .fieldExists: "field-exists"
        case .noSuchPage: "no-such-page"
        case .signatureTooLarge: "signature-too-large"
        case .invalidRequest: "invalid-request"
        }
    }

    public var description: String {
        switch self {
        case .tooLarge(let limit): "PDF: longer than \(limit) bytes"
        case .tooMuchInside(let limit): "PDF: what is inside it comes to more than \(limit) bytes"
        case .encrypted: "PDF: encrypted; a decision is a file that anyone can read"
        case .malformed(let fault): "PDF: damaged or cut short: \(fault)"
        case .unsupported(let structure): "PDF: \(structure): not supported"
        case .alreadySigned: "PDF: signed already; only a first signature can certify the file"
        case .fieldExists(let name): "PDF: there is a field \(name.debugDescription) already"
        case .noSuchPage(let index, let count): "PDF: no page \(index), counted from 0; the file has \(count)"
        case .signatureTooLarge(let needed, let available):
            "PDF: the signature takes \(needed) bytes, the room prepared for it is \(available)"
        case .invalidRequest(let fault): "PDF: \(fault)"
        }
    }
}
