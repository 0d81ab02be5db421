import Recognition
import SignedPDF
public import StrictEncoding

extension DecisionVerdict {
    /// The verdict for programs:
    /// `{"summary", "text", "intact", "trusted", "recorded", "inForce", "isSealed", "signatures": [{"signer", "weight",
    /// "weightText", "trusted", "signedAt"?, "level"?}], "timestamps": [{"authority", "time", "trusted"}], "decisions":
    /// [{"digest", "statement", "recorded", "inForce", "annulment"?}], "kind"?}`.
    public var json: JSONValue {
        let json: JSONValue = [
            "summary": .string(summary.rawValue), "text": summary.text.json,
            "intact": intact.json, "trusted": trusted.json, "recorded": recorded.json, "inForce": inForce.json,
            "isSealed": .bool(bearsBodySeal), "signatures": .array(signatures.map(\.json)),
            "timestamps": .array(timestamps.map(\.json)), "decisions": .array(statements),
        ]
        return json.adding("kind", text.map { .string($0.kind.rawValue) })
    }

    private var statements: [JSONValue] {
        zip(decisions, text?.statements ?? []).map { finding, statement in
            let json: JSONValue = [
                "digest": .bytes(finding.digest), "statement": statement.json, "recorded": finding.recorded.json,
                "inForce": finding.inForce.json,
            ]
            return json.adding("annulment", finding.annulment?.json)
        }
    }
}

extension SignatureFinding {
    fileprivate var json: JSONValue {
        let json: JSONValue = [
            "signer": signer.json, "weight": .string(weight.rawValue), "weightText": weight.text.json,
            "trusted": trusted.json,
        ]
        return json.adding("signedAt", moment?.json).adding("level", level.map { .string($0.rawValue) })
    }
}
