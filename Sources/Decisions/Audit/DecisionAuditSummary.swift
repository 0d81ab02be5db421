public import Recognition
public import StrictEncoding

/// What the audit of a record's decisions looked at.
public struct DecisionAuditSummary: Hashable, Sendable {
    public internal(set) var recognitions = 0
    public internal(set) var annulments = 0
    public internal(set) var faults = 0

    /// Signers whose certificate led to an anchor at the time they claim to have signed.
    public internal(set) var trustedSigners = 0
    public internal(set) var untrustedSigners = 0

    /// Signers that were not judged, since no anchors were given.
    public internal(set) var uncheckedSigners = 0

    /// Whether the guidance was at hand, and so competence and form were checked.
    public internal(set) var checkedForms = false

    public var json: JSONValue {
        [
            "recognitions": .integer(recognitions), "annulments": .integer(annulments), "faults": .integer(faults),
            "trustedSigners": .integer(trustedSigners), "untrustedSigners": .integer(untrustedSigners),
            "uncheckedSigners": .integer(uncheckedSigners), "checkedForms": .bool(checkedForms),
        ]
    }

    /// What was not checked, in words; empty if all was.
    public var gaps: [BilingualText] {
        var gaps: [BilingualText] = []
        if uncheckedSigners > 0 {
            gaps.append(
                BilingualText(
                    "Chưa kiểm tra chứng thư số của người ký (\(uncheckedSigners)): không có chứng thư số gốc tin cậy.",
                    "The signers' certificates were not checked (\(uncheckedSigners)): no trust anchors were given."))
        }
        if !checkedForms, recognitions > 0 {
            gaps.append(
                BilingualText(
                    "Chưa kiểm tra thẩm quyền và mẫu quyết định: không có tệp hướng dẫn.",
                    "Competence and forms were not checked: the guidance was not at hand."))
        }
        return gaps
    }
}
