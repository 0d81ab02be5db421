extension PDFInspection {
    /// What was done to a file since it was handed out to be signed: signatures, or anything else.
    /// - Parameter base: the file as it was then. One that was written anew since, and so does not begin with the same
    ///   bytes, counts as replaced.
    /// - Throws: `PDFError` where either cannot be read.
    public static func changes(
        since base: [UInt8], in file: [UInt8], sizeLimit: Int = PDFLimits.fileSize
    ) throws(PDFError) -> Changes {
        guard file.starts(with: base) else { return .forbidden([.catalogReplaced]) }
        let budget = ReadingBudget()
        let known = try PDFHistory(base, sizeLimit: sizeLimit, budget: budget).last
        let history = try PDFHistory(file, sizeLimit: sizeLimit, budget: budget)
        let steps = try RevisionComparison.steps(after: known, in: history)
        let trailing = history.structure.trailingByteCount
        let forbidden = steps.flatMap(\.forbidden) + (trailing > 0 ? [.trailingBytes(count: trailing)] : [])
        let permitted = steps.flatMap(\.permitted)
        guard forbidden.isEmpty else { return .forbidden(forbidden) }
        return permitted.isEmpty ? .none : .permitted(permitted)
    }
}
