import Recognition

extension CountingRule {
    /// The rule in the words of minutes: "đạt ít nhất 2/3 số được triệu tập".
    var wording: String { "đạt \(text.vietnamese)" }
}

extension CountBase {
    var wording: String { text.vietnamese }
}
