import COpenSSL

extension TimestampToken {
    /// Longest text of an authority's that is kept, in characters.
    private static let textLimit = 300

    /// - Parameter response: `TimeStampResp`, DER; any bytes are safe to give.
    /// - Throws: `TimestampFlaw.refused` where the authority says why there is no token; any other.
    public init(response: [UInt8]) throws(TimestampFlaw) {
        guard response.count <= Self.sizeLimit else { throw .tooLarge(limit: Self.sizeLimit) }
        let answer = try Self.read(response)
        let status = unsafe TS_RESP_get_status_info(answer.pointer)
        let code = unsafe ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(status))
        guard code == TS_STATUS_GRANTED || code == TS_STATUS_GRANTED_WITH_MODS else {
            throw unsafe .refused(status: code, text: Self.text(TS_STATUS_INFO_get0_text(status)))
        }
        try self.init(der: Self.token(in: response))
    }

    private static func read(_ response: [UInt8]) throws(TimestampFlaw) -> Owned {
        do {
            return try unsafe ObjectCoding.decode(response, freedBy: { unsafe TS_RESP_free($0) }) {
                unsafe d2i_TS_RESP(nil, $0, $1)
            }
        } catch {
            throw .notTimestamp
        }
    }

    /// The bytes of the token as they came: OpenSSL would write them anew.
    private static func token(in response: [UInt8]) throws(TimestampFlaw) -> [UInt8] {
        var reader = DERReader(response)
        var fields = DERReader(reader.take(.sequence) ?? [])
        guard fields.take(.sequence) != nil, let token = fields.take(.sequence) else { throw .notTimestamp }
        return DERWriter.element(.sequence, token)
    }

    private static func text(_ lines: OpaquePointer?) -> String {
        let texts = (0..<max(0, unsafe OPENSSL_sk_num(lines))).compactMap { index in
            unsafe OPENSSL_sk_value(lines, index).map { line in
                unsafe String(decoding: ASN1Bytes.copy(line.assumingMemoryBound(to: ASN1_STRING.self)), as: UTF8.self)
            }
        }
        let printable = texts.joined(separator: "; ").unicodeScalars
            .filter { ![.control, .format].contains($0.properties.generalCategory) }
        return String(String(String.UnicodeScalarView(printable)).prefix(textLimit))
    }
}
