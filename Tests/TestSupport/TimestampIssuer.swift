public import OpenSSLKit

/// A time stamp authority by the `openssl` command, with a root of its own: `root.crt`, and `tsa.cnf`, `tsa.crt` and
/// `tsa.key` in its folder.
public struct TimestampIssuer: Sendable {
    public static let use = "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping"

    public let openssl: OpenSSLCommand
    public let root: Certificate

    public var anchors: TrustAnchors { TrustAnchors([root]) }

    public init() throws { try self.init(in: Workshop()) }

    /// Among other programs, in their folder.
    public init(in shop: Workshop) throws {
        openssl = OpenSSLCommand(in: shop)
        let rootUse = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign"
        root = try openssl.issue("root", subject: "/CN=Root", extensions: rootUse)
        try enroll("tsa")
        try configure()
    }

    /// A certificate for an authority, or for anyone who poses as one.
    @discardableResult
    public func enroll(
        _ name: String, key: String = "-algorithm EC -pkeyopt ec_paramgen_curve:P-256", use: String = use,
        by issuer: String? = "root", options: String = ""
    ) throws -> Certificate {
        try openssl.issue(
            name, key: key, subject: "/CN=Dấu thời gian \(name)", extensions: use, by: issuer, options: options)
    }

    public func configure(digests: String = "sha256,sha512", signing: String = "sha256", naming: String = "sha256")
        throws
    {
        try openssl.write(
            """
            [tsa]
            default_tsa = trial
            [trial]
            serial = serial
            default_policy = 1.2.3.4.1
            digests = \(digests)
            signer_digest = \(signing)
            ess_cert_id_alg = \(naming)
            accuracy = secs:1, millisecs:500, microsecs:100
            tsa_name = yes
            """, to: "tsa.cnf")
    }

    /// The authority's response.
    public func answer(_ request: TimestampRequest, as name: String = "tsa") throws -> [UInt8] {
        try openssl.write(request.der, to: "q.tsq")
        return try answerQuery(as: name)
    }

    public func answerQuery(as name: String = "tsa") throws -> [UInt8] {
        try openssl("ts -reply -config tsa.cnf -queryfile q.tsq -signer \(name).crt -inkey \(name).key -out r.tsr")
        return try openssl.read("r.tsr")
    }

    /// A response whose `TSTInfo` has been changed, and signed by whoever it may be.
    public func forge(
        _ request: TimestampRequest, as name: String = "tsa", options: String = "-cades",
        change: ([UInt8]) -> [UInt8] = { $0 }
    ) throws -> [UInt8] {
        _ = try answer(request)
        try openssl("ts -reply -config tsa.cnf -in r.tsr -token_out -out t.der")
        try openssl("cms -verify -noverify -inform DER -in t.der -out info.der")
        try openssl.write(change(openssl.read("info.der")), to: "info.der")
        try openssl(
            "cms -sign -binary -nodetach -econtent_type 1.2.840.113549.1.9.16.1.4 -in info.der -outform DER "
                + "-out t.der -signer \(name).crt -inkey \(name).key \(options)")
        try openssl("ts -reply -config tsa.cnf -token_in -in t.der -out r.tsr")
        return try openssl.read("r.tsr")
    }

    /// As whoever asked takes it.
    public func token(answering request: TimestampRequest, at time: Int64) throws -> TimestampToken {
        try request.token(in: answer(request), at: time, trusting: anchors)
    }

    /// What the authority says the time is.
    public func now() throws -> Int64 {
        try TimestampToken(response: answer(TimestampRequest(over: []))).time
    }
}
