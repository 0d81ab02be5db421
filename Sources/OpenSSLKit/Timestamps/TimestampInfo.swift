import COpenSSL

/// What an authority signs: `TSTInfo` (RFC 3161, section 2.4.2), read.
struct TimestampInfo {
    let time: Int64
    let accuracy: Duration?
    let policy: String
    let nonce: [UInt8]?
    let imprint: [UInt8]
    let digest: SignatureDigest

    init(der: [UInt8]) throws(TimestampFlaw) {
        let handle = try Self.read(der)
        let info = unsafe handle.pointer
        guard unsafe TS_TST_INFO_get_version(info) == 1, unsafe TS_TST_INFO_get_ext_by_critical(info, 1, -1) < 0,
            let time = try? unsafe ASN1Time.seconds(TS_TST_INFO_get_time(info))
        else { throw .badContent }
        self.time = time
        accuracy = unsafe Self.accuracy(TS_TST_INFO_get_accuracy(info))
        policy = unsafe Self.dotted(TS_TST_INFO_get_policy_id(info))
        nonce = unsafe TS_TST_INFO_get_nonce(info).map { unsafe ASN1Bytes.copy($0) }
        (digest, imprint) = try unsafe Self.imprint(TS_TST_INFO_get_msg_imprint(info))
    }

    private static func read(_ der: [UInt8]) throws(TimestampFlaw) -> Owned {
        do {
            return try unsafe ObjectCoding.decode(der, freedBy: { unsafe TS_TST_INFO_free($0) }) {
                unsafe d2i_TS_TST_INFO(nil, $0, $1)
            }
        } catch {
            throw .badContent
        }
    }

    private static func imprint(_ imprint: OpaquePointer?) throws(TimestampFlaw) -> (SignatureDigest, [UInt8]) {
        var function: OpaquePointer?
        unsafe X509_ALGOR_get0(&function, nil, nil, TS_MSG_IMPRINT_get_algo(imprint))
        let identifier = unsafe OBJ_obj2nid(function)
        guard let digest = SignatureDigest(identifier: identifier) else {
            throw unsafe .weakDigest(OBJ_nid2sn(identifier).map { unsafe String(cString: $0) } ?? "unknown")
        }
        guard let value = unsafe TS_MSG_IMPRINT_get_msg(imprint) else { throw .badContent }
        return unsafe (digest, ASN1Bytes.copy(value))
    }

    private static func accuracy(_ accuracy: OpaquePointer?) -> Duration? {
        guard let accuracy = unsafe accuracy else { return nil }
        let seconds = unsafe number(TS_ACCURACY_get_seconds(accuracy))
        let milliseconds = unsafe number(TS_ACCURACY_get_millis(accuracy))
        let microseconds = unsafe number(TS_ACCURACY_get_micros(accuracy))
        return .seconds(seconds) + .milliseconds(milliseconds) + .microseconds(microseconds)
    }

    /// What is not there, or not sensible, counts for nothing.
    private static func number(_ number: UnsafePointer<ASN1_INTEGER>?) -> Int {
        guard let number = unsafe number else { return 0 }
        let value = unsafe ASN1_INTEGER_get(number)
        return (0...1_000_000_000).contains(value) ? value : 0
    }

    private static func dotted(_ identifier: OpaquePointer?) -> String {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { text in
            guard let start = text.baseAddress,
                unsafe OBJ_obj2txt(start, CInt(text.count), identifier, 1) > 0
            else { return "" }
            return unsafe String(cString: start)
        }
    }
}
