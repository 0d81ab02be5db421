import Recognition
import SignedPDF
import StrictEncoding

/// The files inside a decision's PDF: one JSON file for each statement, named after what it does and its unit.
enum StatementFile {
    static let recognition = "quyet-dinh-"
    static let annulment = "huy-bo-"

    private static let ending = ".json"
    private static let mimeType = "application/json"

    /// The attachments that carry `text`.
    /// - Parameter modified: seconds since 1970 (UTC).
    static func attachments(of text: DecisionText, modified: Int64) -> [PDFAttachment] {
        switch text {
        case .recognition(let decisions):
            decisions.map { attachment(recognition + $0.statement.unit.id, $0.bytes, modified) }
        case .annulment(let annulled):
            [attachment(annulment + annulled.statement.unit.id, annulled.bytes, modified)]
        }
    }

    private static func attachment(_ name: String, _ bytes: [UInt8], _ modified: Int64) -> PDFAttachment {
        PDFAttachment(
            name: name + ending, description: "Nội dung quyết định, cho máy đọc", mimeType: mimeType,
            relationship: .source, bytes: bytes, modified: modified)
    }

    /// What a PDF's attachments decide; files of other names are not looked at.
    /// - Throws: `DocumentFault`.
    static func read(_ attachments: [PDFAttachment]) throws(DocumentFault) -> DecisionText {
        let recognitions = try statements(recognition, of: DecisionStatement.self, in: attachments)
        let annulments = try statements(annulment, of: AnnulmentStatement.self, in: attachments)
        switch (recognitions.isEmpty, annulments.count) {
        case (true, 1): return .annulment(annulments[0])
        case (false, 0): return .recognition(try consistent(recognitions))
        case (true, 0): throw .noStatement
        default: throw .mixedStatements
        }
    }

    private static func statements<Statement: SignableStatement>(
        _ prefix: String, of _: Statement.Type, in attachments: [PDFAttachment]
    ) throws(DocumentFault) -> [ExactStatement<Statement>] {
        var statements: [ExactStatement<Statement>] = []
        for attachment in attachments where attachment.name.hasPrefix(prefix) && attachment.name.hasSuffix(ending) {
            do {
                statements.append(try ExactStatement(bytes: attachment.bytes))
            } catch {
                throw .malformedStatement(error.inside(attachment.name))
            }
            guard attachment.name == prefix + (statements.last?.statement.unit.id ?? "") + ending else {
                throw .mixedStatements
            }
        }
        return statements
    }

    /// Statements on one paper share its number, date, authority, form, year and signer, and each is on another unit.
    private static func consistent(_ decisions: [ExactDecision]) throws(DocumentFault) -> [ExactDecision] {
        guard Set(decisions.map(\.statement.unit.id)).count == decisions.count else { throw .mixedStatements }
        let head = decisions[0].statement
        for decision in decisions.dropFirst().map(\.statement) {
            guard decision.number == head.number, decision.date == head.date, decision.authority == head.authority,
                decision.form == head.form, decision.year == head.year, decision.signer == head.signer
            else { throw .mixedStatements }
        }
        return decisions
    }
}
