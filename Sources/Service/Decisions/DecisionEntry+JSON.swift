import Decisions
import Recognition
import Storage
import StrictEncoding

extension DecisionEntry {
    /// What staff are told of a decision that was just made.
    var receipt: JSONValue {
        [
            "digest": .bytes(digest), "number": .string(paper.numberText), "unit": .string(claim.unit),
            "kind": .string(claim.kind.rawValue),
        ]
    }

    /// One line of the register as anybody may read it.
    /// - Throws: `MalformedInput` if the register is damaged.
    func summary(annulment: Annulment?) throws -> JSONValue {
        let decision = try ExactDecision(bytes: statement.bytes).statement
        let value: JSONValue = [
            "digest": .bytes(digest), "number": .string(paper.numberText),
            "date": .string(decision.date.description), "unit": decision.unit.json, "year": .integer(decision.year),
            "title": .string(decision.title.rawValue), "authority": .string(decision.authority.name),
            "roundID": .bytes(decision.round.roundID), "issuedAt": .integer(issuedAt),
        ]
        return value.adding("annulled", annulment?.json ?? .null)
    }
}

extension NumberedPaper {
    /// A paper that waits for its signature.
    var json: JSONValue {
        ["id": .integer(Int(id)), "number": .string(numberText), "since": .integer(since)]
    }
}

extension DecisionText {
    /// What a paper of the register says.
    /// - Throws: `MalformedInput` if the register is damaged.
    init(_ entries: [DecisionEntry]) throws {
        if let annulment = entries.first, annulment.kind == .annulment {
            self = .annulment(try ExactAnnulment(bytes: annulment.statement.bytes))
        } else {
            self = .recognition(try entries.map { try ExactDecision(bytes: $0.statement.bytes) })
        }
    }
}
