import OpenSSLKit
import StrictEncoding

/// What people compare, device against screen, to be sure that they are in one round.
///
/// Stretched, and 100 bits long, so that nobody can search through manifests for one with a code that looks the same.
public struct RoundCode: Hashable, Sendable, CustomStringConvertible {
    /// Five groups of four Crockford characters: "5JRE-7BVB-YW1E-EP0C-V5KA".
    public let description: String

    /// As below.
    public init(of manifest: Manifest) throws { try self.init(of: manifest.roundID, in: manifest.version) }

    /// Takes a fraction of a second by design: keep it off any event loop, and keep the result.
    /// - Throws: `OpenSSLError`.
    public init(of roundID: RoundID, in version: ProtocolVersion = .current) throws {
        let derived = try Derivation.pbkdf2SHA256(
            password: roundID.bytes, salt: Label.roundCode.bytes(version), iterations: 600_000, count: 13)
        description = Crockford.grouped(Crockford.encode(derived, count: 20), by: 4)
    }
}
