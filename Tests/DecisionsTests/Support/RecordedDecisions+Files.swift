import Decisions
import StrictEncoding

extension RecordedDecisions {
    /// Decisions' files, each under its own name.
    init(_ documents: [[UInt8]]) throws {
        var files: [String: [UInt8]] = [:]
        for document in documents {
            files[DecisionPath(try DecisionDocument(document).text).description] = document
        }
        self.init(files: files)
    }
}

/// A statement on a paper of its own, signed by the secretary: what an audit reads, without the cost of typesetting.
func filed(_ statement: some SignableStatement) throws -> [UInt8] { try Forgery(statement.json).signed() }
