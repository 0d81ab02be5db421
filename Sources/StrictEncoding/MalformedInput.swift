/// Why a strict parser refused its input, and where.
///
/// `place` is a path into the document ("manifest.units[3].id", "line 7"), never the input's own text.
public struct MalformedInput: Error, Hashable, Sendable, CustomStringConvertible {
    /// The stable name of a fault; the raw value is what programs see.
    public enum Reason: String, Sendable {
        case byteOrderMark = "byte-order-mark"
        case notUTF8 = "not-utf8"
        case syntax
        case trailingBytes = "trailing-bytes"
        case tooDeep = "too-deep"
        case tooLarge = "too-large"
        case repeatedMember = "repeated-member"
        case unknownMember = "unknown-member"
        case missingMember = "missing-member"
        case notAnInteger = "not-an-integer"
        case outOfRange = "out-of-range"
        case wrongType = "wrong-type"
        case wrongLength = "wrong-length"
        case wrongValue = "wrong-value"
        case notCanonical = "not-canonical"
        case repeated
    }

    public let place: String
    public let reason: Reason

    /// What would have been right, in a few words; empty where the reason says all.
    public let detail: String

    public init(_ reason: Reason, at place: String, _ detail: String = "") {
        self.place = place
        self.reason = reason
        self.detail = detail
    }

    public var description: String {
        let fault = detail.isEmpty ? reason.rawValue : "\(reason.rawValue) (\(detail))"
        return place.isEmpty ? fault : "\(place): \(fault)"
    }

    /// The same fault, seen from the document that holds this one.
    public func inside(_ outer: String) -> MalformedInput {
        guard !place.isEmpty else { return MalformedInput(reason, at: outer, detail) }
        return MalformedInput(reason, at: place.hasPrefix("[") ? outer + place : "\(outer).\(place)", detail)
    }
}
