import Decisions
import Recognition
import Storage
import StrictEncoding

extension SignedStatement {
    /// The statement as the register keeps it.
    /// - Throws: `MalformedInput` if the register is damaged.
    init(_ paper: DecisionPaper) throws(MalformedInput) {
        try self.init(bytes: paper.statement, signature: paper.signature)
    }
}

extension DecisionPaper {
    init(_ signed: SignedStatement<some SignableStatement>, at time: Int) {
        self.init(
            digest: signed.digest, numberText: signed.statement.number.description, issuedAt: time,
            statement: signed.bytes, signature: signed.signature)
    }

    /// The paper with its exact bytes.
    var json: JSONValue {
        [
            "digest": .bytes(digest), "statement": .bytes(statement), "signature": .bytes(signature),
            "issuedAt": .integer(issuedAt),
        ]
    }
}

extension DecisionEntry {
    /// One line of the register as anybody may read it.
    func summary(annulment: DecisionEntry?) throws -> JSONValue {
        let decision = try SignedDecision(paper).statement
        let value: JSONValue = [
            "digest": .bytes(paper.digest), "number": .string(paper.numberText),
            "date": .string(decision.date.description), "unit": decision.unit.json, "year": .integer(decision.year),
            "title": .string(decision.title.rawValue), "authority": .string(decision.authority.name),
            "roundID": .bytes(decision.round.roundID),
        ]
        let annulled = try annulment.map { entry in
            try Annulment(SignedAnnulment(entry.paper), at: Int64(entry.paper.issuedAt)).json
        }
        return value.adding("annulled", annulled ?? .null)
    }
}
