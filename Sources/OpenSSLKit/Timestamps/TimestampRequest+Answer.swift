extension TimestampRequest {
    /// The token of a response, if it answers this request and the authority is to be relied on.
    /// - Parameters:
    ///   - response: `TimeStampResp`, as the authority sent it; any bytes are safe to give.
    ///   - now: the asker's clock, in seconds since 1970 (UTC).
    ///   - tolerance: how far the authority's time may be from it, in seconds.
    ///   - chain: certificates that may link the authority's to an anchor, beside those in the token.
    /// - Throws: `TimestampFlaw`, a case for each way to lie.
    public func token(
        in response: [UInt8], at now: Int64, tolerance: Int64 = 300, trusting anchors: TrustAnchors,
        chain: [Certificate] = [], revocationLists: [RevocationList] = []
    ) throws(TimestampFlaw) -> TimestampToken {
        let token = try TimestampToken(response: response)
        guard token.imprint == digest else { throw .otherContent }
        guard token.nonce == nonceBytes else { throw .otherNonce }
        let (late, overflows) = token.time.subtractingReportingOverflow(now)
        guard !overflows, late.magnitude <= tolerance.magnitude else { throw .timeFarOff(token.time) }
        let verdict = token.verdict(by: anchors, chain: chain, revocationLists: revocationLists)
        if case .untrusted(let reason) = verdict { throw .untrusted(reason) }
        return token
    }
}
