import Recognition

extension RecognitionTitle {
    /// "“chi bộ bốn tốt”, “đảng bộ cơ sở bốn tốt”": those of `titles`, each once, in the field's order.
    static func listed(_ titles: some Sequence<RecognitionTitle>) -> String {
        let given = Set(titles)
        return allCases.filter(given.contains).map { "“\($0.rawValue)”" }.joined(separator: ", ")
    }
}
