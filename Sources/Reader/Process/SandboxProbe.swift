import CSandbox
import StrictEncoding

/// What a reader could do that it must not, found out by trying: true for what succeeded.
public struct SandboxProbe: Hashable, Sendable {
    /// The attempts, by name: `open`, `write`, `socket`, `fork`, `execute`, `signal`, `descriptors`, `environment`.
    public let attempts: [String: Bool]

    /// What it could do, by name.
    public var breaches: [String] { attempts.filter(\.value).keys.sorted() }

    private static let names = ["open", "write", "socket", "fork", "execute", "signal", "descriptors", "environment"]

    /// - Parameter path: a file or folder that is to be out of reach.
    init(trying path: String) {
        var attempts: [String: Bool] = [:]
        for (index, name) in Self.names.enumerated() {
            attempts[name] = unsafe withCStrings([path]) { paths in
                unsafe paths.pointee.map { path in unsafe sandbox_try(CInt(index), path) != 0 } ?? false
            }
        }
        self.attempts = attempts
    }

    var json: JSONValue { .object(Self.names.map { .init($0, .bool(attempts[$0] ?? false)) }) }

    /// - Throws: `MalformedInput`.
    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(Self.names)
        var attempts: [String: Bool] = [:]
        for name in Self.names { attempts[name] = try object.member(name).bool() }
        self.attempts = attempts
    }
}
