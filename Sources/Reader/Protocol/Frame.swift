import Decisions
import OpenSSLKit
import StrictEncoding

/// What goes over the wire between the service and a reader: a byte that says what it is, four that say how long it
/// is, big-endian, and its bytes.
struct Frame: Hashable, Sendable {
    enum Kind: UInt8, CaseIterable, Sendable {
        // From a reader.
        case hello = 1
        case answer

        // To it.
        case trust = 16
        case findings
        case judgement
        case intake
        case probe

        /// The most bytes that one may have.
        var longest: Int {
            switch self {
            case .hello: 1 << 10
            case .answer: 64 << 20
            case .trust: 256 << 20
            case .findings: Frame.longestFile + 8
            case .judgement: 16
            case .intake: 2 * Frame.longestFile + 12
            case .probe: 4 << 10
            }
        }
    }

    static let headLength = 5

    /// A form may bring a little more than a decision may have; the reader says so.
    static let longestFile = DecisionDocument.maximumSize + (1 << 20)

    let kind: Kind
    let payload: [UInt8]

    init(_ kind: Kind, _ payload: [UInt8]) { (self.kind, self.payload) = (kind, payload) }

    init(_ kind: Kind, _ json: JSONValue) { self.init(kind, json.encoded()) }

    /// Whether the other side would take it.
    var isShortEnough: Bool { payload.count <= kind.longest }

    var head: [UInt8] { [kind.rawValue] + [UInt8](bigEndian: UInt32(payload.count)) }

    /// - Parameter head: `headLength` bytes.
    /// - Returns: nil for a kind that there is not, or one longer than it may be.
    static func parse(head: [UInt8]) -> (kind: Kind, length: Int)? {
        guard head.count == headLength, let kind = Kind(rawValue: head[0]) else { return nil }
        let length = head[1...].reduce(0) { $0 << 8 | Int($1) }
        return length <= kind.longest ? (kind, length) : nil
    }
}

/// A reader's first word: which protocol it speaks, and what shuts it in.
struct ReaderHello: Hashable, Sendable {
    static let version = 1

    let holding: SandboxFeatures

    var frame: Frame { Frame(.hello, ["version": .integer(Self.version), "holding": .integer(Int(holding.rawValue))]) }

    init(holding: SandboxFeatures) { self.holding = holding }

    /// - Throws: `MalformedInput`, of another version too.
    init(_ frame: Frame) throws(MalformedInput) {
        let reader = try JSONReader(parsing: frame.payload, as: "hello", limit: Frame.Kind.hello.longest)
        let object = try reader.object(["version", "holding"])
        guard try object.member("version").integer() == Self.version else { throw reader.wrongValue("version 1") }
        holding = SandboxFeatures(
            rawValue: UInt32(try object.member("holding").integer(in: 0...Int(SandboxFeatures.all.rawValue))))
    }
}
