import Foundation
import OpenSSLKit

/// pyHanko, an independent program for signed PDFs; `scripts/setup.sh` installs it for the tests.
struct PyHanko {
    struct Missing: Error, CustomStringConvertible {
        let description = "pyHanko is not in .build/pyhanko; scripts/setup.sh installs it"
    }

    /// What it says of one signature.
    struct Verdict: Decodable {
        let field: String
        let intact: Bool
        let valid: Bool
        let trusted: Bool
        let coverage: String
        let modification: String
        let docmdp: Bool
        let bottomLine: Bool
    }

    let shop: Workshop
    private let interpreter: String
    private let script: String

    init() throws {
        let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        interpreter = root.appendingPathComponent(".build/pyhanko/bin/python").path
        script = root.appendingPathComponent("Tests/Peers/pdf_peer.py").path
        guard FileManager.default.isExecutableFile(atPath: interpreter) else { throw Missing() }
        shop = try Workshop()
        try shop.write(Trial.authority.get().certificate.pem(), to: "root.pem")
    }

    func validate(_ file: [UInt8]) throws -> [Verdict] {
        try shop.write(file, to: "file.pdf")
        return try call("validate", "file.pdf", "root.pem").split(separator: "\n").map {
            try JSONDecoder().decode(Verdict.self, from: Data($0.utf8))
        }
    }

    /// By AdES basic validation (ETSI EN 319 102-1, 5.3).
    func level(_ file: [UInt8], field: String) throws -> String {
        try shop.write(file, to: "file.pdf")
        return try call("level", "file.pdf", "root.pem", field)
    }

    func sign(_ file: [UInt8], by identity: SigningIdentity, field: String, options: String...) throws -> [UInt8] {
        try shop.write(identity.key.pem().unwipedCopy, to: "key.pem")
        try shop.write(identity.certificate.pem(), to: "cert.pem")
        return try change(file, ["sign", "file.pdf", "out.pdf", "key.pem", "cert.pem", field] + options)
    }

    func addField(_ name: String, to file: [UInt8]) throws -> [UInt8] {
        try change(file, ["field", "file.pdf", "out.pdf", name])
    }

    func addValidationData(to file: [UInt8]) throws -> [UInt8] {
        try change(file, ["dss", "file.pdf", "out.pdf", "root.pem"])
    }

    private func change(_ file: [UInt8], _ arguments: [String]) throws -> [UInt8] {
        try shop.write(file, to: "file.pdf")
        try shop.run([interpreter, script] + arguments)
        return try shop.read("out.pdf")
    }

    private func call(_ arguments: String...) throws -> String { try shop.run([interpreter, script] + arguments) }
}
