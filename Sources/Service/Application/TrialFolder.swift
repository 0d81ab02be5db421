import Foundation

/// What makes an installation one to try things out with: a signer's key, the body's, and the authority that only this
/// installation trusts to have signers' certificates under it.
public struct TrialFolder: Sendable {
    public let path: String

    /// - Parameter dataFolder: the installation's.
    public init(in dataFolder: String) { path = dataFolder + "/trial" }

    /// Every `*.pem` in it is trusted.
    public var trusted: String { path + "/trusted" }
    public var authority: String { trusted + "/ca-dung-thu.pem" }

    /// PKCS#12.
    public var signer: String { path + "/nguoi-ky.p12" }

    /// The body's own key, for its seal; PKCS#12, of the same password.
    public var seal: String { path + "/co-quan.p12" }

    /// The password of those files, one line.
    public var signerPassword: String { path + "/nguoi-ky.txt" }

    /// The first account's name and password, a line each, as they were made: nobody is locked out of a trial.
    public var account: String { path + "/tai-khoan.txt" }

    var isThere: Bool { FileManager.default.fileExists(atPath: signer) }

    /// - Throws: an error of the file system.
    func signerKey() throws -> (pkcs12: [UInt8], password: String) {
        let password = String(decoding: try Data(contentsOf: URL(filePath: signerPassword)), as: UTF8.self)
        return (
            [UInt8](try Data(contentsOf: URL(filePath: signer))),
            password.trimmingCharacters(in: .whitespacesAndNewlines)
        )
    }
}
