import OpenSSLKit
import Recognition
public import StrictEncoding

extension DecisionVerdict {
    /// The verdict for programs:
    /// `{"summary", "text", "intact", "trusted", "recorded", "inForce", "digest", "signer"?, "signedAt"?,
    /// "annulment"?, "decision"?}`.
    public var json: JSONValue {
        let json: JSONValue = [
            "summary": .string(summary.rawValue), "text": summary.text.json,
            "intact": intact.json, "trusted": trusted.json, "recorded": recorded.json, "inForce": inForce.json,
            "digest": .bytes(digest),
        ]
        return
            json
            .adding("signer", signer?.json)
            .adding("signedAt", moment?.json)
            .adding("annulment", annulment?.json)
            .adding("decision", statement?.json)
    }
}

extension Certificate {
    fileprivate var json: JSONValue {
        [
            "subject": .string(subject.description), "issuer": .string(issuer.description),
            "serial": .string(serial), "sha256": .bytes(fingerprint),
        ]
    }
}
