import Foundation
import OpenSSLKit

extension OpenSSLCommand {
    /// What an authority's register says of a certificate.
    struct Revoked {
        /// Hexadecimal.
        let serial: String
        let time: Int64
        var reason: String?

        init(serial: String, time: Int64) { (self.serial, self.time) = (serial, time) }

        init(certificate: Certificate, time: Int64, reason: String? = nil) {
            (serial, self.time, self.reason) = (certificate.serial, time, reason)
        }
    }

    /// A list by `authority.crt` and `authority.key`, PEM.
    func revocationList(
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
