import Foundation
public import OpenSSLKit

/// The `openssl` command, in a folder of its own.
public struct OpenSSLCommand: Sendable {
    public typealias Failure = Workshop.Failure

    private let shop: Workshop

    public init() throws { shop = try Workshop() }

    /// Among other programs, in their folder.
    public init(in shop: Workshop) { self.shop = shop }

    /// - Returns: what it printed, on both streams.
    /// - Throws: `Failure` where it did not exit 0.
    @discardableResult
    public func callAsFunction(_ arguments: String) throws -> String {
        try callAsFunction(arguments.split(separator: " ").map(String.init))
    }

    @discardableResult
    public func callAsFunction(_ arguments: [String]) throws -> String {
        let outcome = try shop.outcome(of: ["openssl"] + arguments)
        return outcome.output + outcome.errors
    }

    public func write(_ bytes: [UInt8], to name: String) throws { try shop.write(bytes, to: name) }
    public func write(_ text: String, to name: String) throws { try shop.write(text, to: name) }
    public func read(_ name: String) throws -> [UInt8] { try shop.read(name) }
}

/// Certificates and revocation lists.
extension OpenSSLCommand {
    /// A key of any kind and a certificate over it, issued by `authority.crt` (or by itself).
    public func issue(
        _ name: String, key: String = "-algorithm EC -pkeyopt ec_paramgen_curve:P-256", subject: String = "/CN=Thu",
        extensions: String = "keyUsage=critical,digitalSignature", by authority: String? = nil, options: String = ""
    ) throws -> Certificate {
        try self("genpkey \(key) -out \(name).key")
        try write("extensions = ext\n[ext]\n\(extensions)\n", to: "\(name).cnf")
        try self(["req", "-new", "-utf8", "-key", "\(name).key", "-subj", subject, "-out", "\(name).csr"])
        let issuer = authority.map { "-CA \($0).crt -CAkey \($0).key" } ?? "-key \(name).key"
        try self("x509 -req -in \(name).csr -out \(name).crt \(issuer) -days 3650 -extfile \(name).cnf \(options)")
        return try Certificate(pem: read("\(name).crt"))
    }

    /// What an authority's register says of a certificate.
    public struct Revoked {
        /// Hexadecimal.
        let serial: String
        let time: Int64
        let reason: String?

        public init(serial: String, time: Int64) { (self.serial, self.time, reason) = (serial, time, nil) }

        public init(certificate: Certificate, time: Int64, reason: String? = nil) {
            (serial, self.time, self.reason) = (certificate.serial, time, reason)
        }
    }

    /// A list by `authority.crt` and `authority.key`, PEM.
    public func revocationList(
        by authority: String, of revoked: [Revoked], from thisUpdate: Int64, to nextUpdate: Int64,
        extensions: String = ""
    ) throws -> [UInt8] {
        let lines = revoked.map { entry in
            let reason = entry.reason.map { "," + $0 } ?? ""
            return "R\t491231235959Z\t\(Self.text(entry.time))\(reason)\t\(entry.serial)\tunknown\t/CN=N\n"
        }
        try write(lines.joined(), to: "index")
        try write("[ca]\ndefault_ca=c\n[c]\ndatabase=index\ndefault_md=sha256\n\(extensions)\n", to: "ca.cnf")
        try self(
            "ca -gencrl -config ca.cnf -cert \(authority).crt -keyfile \(authority).key -out list.pem "
                + "-crl_lastupdate \(Self.text(thisUpdate)) -crl_nextupdate \(Self.text(nextUpdate))")
        return try read("list.pem")
    }

    /// UTCTime.
    private static func text(_ seconds: Int64) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "yyMMddHHmmss'Z'"
        return format.string(from: Date(timeIntervalSince1970: TimeInterval(seconds)))
    }
}
