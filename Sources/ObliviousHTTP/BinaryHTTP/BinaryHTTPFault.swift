/// Why bytes are not a binary HTTP message of the one form that is read here.
///
/// RFC 9292 leaves an encoder choices: two framings, integers longer than they need be, padding, parts left away. Each
/// is a mark by which one encoder is told from another, so all but one way of writing a message are refused.
public enum BinaryHTTPFault: String, Error, Sendable, CaseIterable, CustomStringConvertible {
    case tooLong = "too-long"
    case truncated
    case integer
    case framing
    case control
    case status
    case informational
    case field
    case trailers
    case padding

    public var description: String {
        switch self {
        case .tooLong: "the message is longer than \(BinaryMessage.limit) bytes, or has too many fields"
        case .truncated: "the message ends too early"
        case .integer: "an integer is not in its shortest form"
        case .framing: "the message is not of the kind and of the known length that are wanted"
        case .control: "method, scheme, authority or path are not what they may be"
        case .status: "the status is none of a final response"
        case .informational: "informational responses are not taken"
        case .field: "a field's name or value is not what it may be"
        case .trailers: "trailers are not taken"
        case .padding: "the padding is not of zeros, or not of the length that is wanted"
        }
    }
}

/// What requests and responses have in common.
enum BinaryMessage {
    /// Bytes, of a message with its padding.
    static let limit = 1 << 16

    /// Fields of one message.
    static let fieldLimit = 64

    /// The framing indicators of known length (RFC 9292 section 3.3).
    enum Framing: UInt64 { case request, response }
}
