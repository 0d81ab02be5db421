import Decisions
import Recognition
import Storage
import StrictEncoding

/// One decision of the register as people read it: a recognition, or an annulment.
struct RegisterLine: Sendable {
    let entry: DecisionEntry
    let statement: any SignableStatement

    /// What ended it, if anything did.
    let annulment: Annulment?

    /// - Throws: `MalformedInput` if the register is damaged.
    init(_ entry: DecisionEntry, annulment: DecisionEntry? = nil) throws {
        self.entry = entry
        statement = try DecisionText([entry]).statements[0]
        self.annulment = try annulment.map { annulment in
            try Annulment(ExactAnnulment(bytes: annulment.statement.bytes), at: Int64(annulment.issuedAt))
        }
    }

    var json: JSONValue {
        let value: JSONValue = [
            "digest": .bytes(entry.digest), "kind": .string(entry.kind.rawValue), "number": .string(numberText),
            "date": statement.date.text.json, "unit": statement.unit.json, "kindName": statement.unit.kind.name.json,
            "title": .string(statement.unit.kind.title.rawValue), "year": .integer(statement.year),
            "authority": statement.authority.json, "signer": statement.signer.json,
            "issuedAt": .integer(entry.issuedAt),
        ]
        return value.adding("annulment", annulment?.json ?? .null)
            .adding("annuls", (statement as? AnnulmentStatement)?.annuls.json ?? .null)
    }

    private var numberText: String { statement.number.description }
}
