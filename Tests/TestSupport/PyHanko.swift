import Foundation
public import OpenSSLKit

/// pyHanko, an independent program for signed PDFs; `scripts/setup.sh` installs it for the tests.
public struct PyHanko {
    struct Missing: Error, CustomStringConvertible {
        let description = "pyHanko is not in .build/pyhanko; scripts/setup.sh installs it"
    }

    /// What it says of one signature.
    public struct Verdict: Decodable, Sendable {
        public let field: String
        public let intact: Bool
        public let valid: Bool
        public let trusted: Bool
        public let coverage: String
        public let modification: String
        public let docmdp: Bool
        public let bottomLine: Bool
    }

    /// Where it works.
    public let shop: Workshop
    private let interpreter = TestFiles.path(".build/pyhanko/bin/python")
    private let script = TestFiles.path("Tests/Peers/pdf_peer.py")

    /// - Parameter root: whom it trusts.
    public init(trusting root: Certificate) throws {
        guard FileManager.default.isExecutableFile(atPath: interpreter) else { throw Missing() }
        shop = try Workshop()
        try shop.write(root.pem(), to: "root.pem")
    }

    public func validate(_ file: [UInt8]) throws -> [Verdict] {
        try ask("validate", file, "root.pem").split(separator: "\n").map {
            try JSONDecoder().decode(Verdict.self, from: Data($0.utf8))
        }
    }

    /// Its time stamps over the whole file, a line each: field, validity, coverage.
    public func stamps(_ file: [UInt8], trusting root: Certificate) throws -> String {
        try shop.write(root.pem(), to: "stamps.pem")
        return try ask("stamps", file, "stamps.pem")
    }

    /// By AdES basic validation (ETSI EN 319 102-1, 5.3).
    public func level(_ file: [UInt8], field: String) throws -> String { try ask("level", file, "root.pem", field) }

    public func sign(
        _ file: [UInt8], by identity: SigningIdentity, field: String, options: String...
    ) throws -> [UInt8] {
        try shop.write(identity.key.pem().unwipedCopy, to: "key.pem")
        try shop.write(identity.certificate.pem(), to: "cert.pem")
        return try change(file, "sign", ["key.pem", "cert.pem", field] + options)
    }

    public func addField(_ name: String, to file: [UInt8]) throws -> [UInt8] { try change(file, "field", [name]) }

    public func addValidationData(to file: [UInt8]) throws -> [UInt8] { try change(file, "dss", ["root.pem"]) }

    private func ask(_ what: String, _ file: [UInt8], _ arguments: String...) throws -> String {
        try shop.write(file, to: "file.pdf")
        return try shop([interpreter, script, what, "file.pdf"] + arguments)
    }

    private func change(_ file: [UInt8], _ what: String, _ arguments: [String]) throws -> [UInt8] {
        try shop.write(file, to: "file.pdf")
        try shop([interpreter, script, what, "file.pdf", "out.pdf"] + arguments)
        return try shop.read("out.pdf")
    }
}
