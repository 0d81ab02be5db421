import Foundation

/// A request as somebody at the service sees it.
struct SeenRequest: Sendable {
    let connection: Int

    /// Its place among all that came, from the first byte of the evening: a clock that cannot be wrong.
    let moment: Int
    let method: String
    let path: String
    let body: [UInt8]

    /// All requests that were whole, in the order in which they were whole.
    static func all(in parts: [WireTap.Part]) -> [SeenRequest] {
        var (pending, requests): ([Int: [UInt8]], [SeenRequest]) = ([:], [])
        for (moment, part) in parts.enumerated() {
            var bytes = pending[part.connection, default: []] + part.bytes
            while let request = SeenRequest(taking: &bytes, on: part.connection, at: moment) {
                requests.append(request)
            }
            pending[part.connection] = bytes
        }
        return requests
    }

    /// Takes the first one off, if it is whole.
    private init?(taking bytes: inout [UInt8], on connection: Int, at moment: Int) {
        guard let end = Data(bytes).range(of: Data("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let length =
            lines.first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst("content-length:".count).trimmingCharacters(in: .whitespaces)) } ?? 0
        let words = lines[0].split(separator: " ")
        guard words.count == 3, bytes.count >= end.upperBound + length else { return nil }
        (self.connection, self.moment) = (connection, moment)
        (method, path) = (String(words[0]), String(words[1]))
        body = Array(bytes[end.upperBound..<end.upperBound + length])
        bytes.removeFirst(end.upperBound + length)
    }
}
