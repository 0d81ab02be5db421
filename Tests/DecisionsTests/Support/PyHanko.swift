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
        let trusted: Bool
        let coverage: String
        let modification: String
        let docmdp: Bool
        let bottomLine: Bool
    }

    private let shop: Workshop
    private let interpreter: String
    private let script: String

    /// - Parameter root: whom it trusts.
    init(trusting root: Certificate) throws {
        let project = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
        interpreter = project.appending(path: ".build/pyhanko/bin/python").path
        script = project.appending(path: "Tests/Peers/pdf_peer.py").path
        guard FileManager.default.isExecutableFile(atPath: interpreter) else { throw Missing() }
        shop = try Workshop()
        try shop.write(root.pem(), to: "root.pem")
    }

    func validate(_ file: [UInt8]) throws -> [Verdict] {
        try shop.write(file, to: "file.pdf")
        return try shop([interpreter, script, "validate", "file.pdf", "root.pem"]).split(separator: "\n").map {
            try JSONDecoder().decode(Verdict.self, from: Data($0.utf8))
        }
    }

    /// Its time stamps over the whole file, a line each: field, validity, coverage.
    func stamps(_ file: [UInt8], trusting root: Certificate) throws -> String {
        try shop.write(file, to: "file.pdf")
        try shop.write(root.pem(), to: "stamps.pem")
        return try shop([interpreter, script, "stamps", "file.pdf", "stamps.pem"])
    }

    /// By AdES basic validation (ETSI EN 319 102-1, 5.3).
    func level(_ file: [UInt8], field: String) throws -> String {
        try shop.write(file, to: "file.pdf")
        return try shop([interpreter, script, "level", "file.pdf", "root.pem", field])
    }
}
