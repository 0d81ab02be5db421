/// The papers of a round, printed.
extension StaffClient {
    /// - Parameters:
    ///   - form: "ballot", "specimen", "attendance", "minutes", "notice", "plan" or "self-assessment".
    ///   - query: what the service cannot know: "date", "number", "signer", "position", "place", "unit".
    /// - Returns: PDF.
    public func paper(_ form: String, of round: String, _ query: [String: String] = [:]) async throws -> [UInt8] {
        let parts = query.sorted { $0.key < $1.key }.map { "\($0)=\(Call.segment($1))" }
        let rest = "/documents/\(Call.segment(form))" + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
        return try await document(Call(.get, Self.path(round, rest), limit: Call.documentLimit))
    }
}
