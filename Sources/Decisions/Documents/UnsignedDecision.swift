/// A decision's file before anyone has signed it: typeset, with its statements inside and its signatures' fields empty.
public struct UnsignedDecision: Hashable, Sendable {
    public let text: DecisionText
    public let pdf: [UInt8]
}
