import Decisions
import Reader
import Recognition
import Storage
import StrictEncoding

/// A decision's page: what it says, what it follows from, who signed, whether it still holds.
struct DecisionPage {
    let entry: DecisionEntry
    let office: RoundOffice
    let decisions: DecisionDesk

    /// Whose share of the readers its verdict counts against.
    let asker: Asker

    private var register: any Register { decisions.register }

    func json() async throws -> JSONValue {
        let line = try RegisterLine(entry, annulment: try await register.annulment(of: entry.digest))
        let text = try DecisionText(try await register.entries(of: entry.paper.id))
        let file = try await register.document(of: entry.paper.id) ?? []
        let link = try decisions.press.link(to: text)
        return [
            "decision": .object([
                .init("line", line.json), .init("statement", statement(line)),
                .init("round", try await round(line)), .init("others", .array(try await others())),
                .init("document", .string("/api/v1/decisions/\(Base64URL.encode(entry.digest))/document")),
            ]),
            "qr": try QRPicture(link).json, "link": .string(link),
            "verdict": VerdictView(try await decisions.verify(file, for: asker)).json,
        ]
    }

    private func statement(_ line: RegisterLine) -> JSONValue {
        switch line.statement {
        case let recognition as DecisionStatement:
            ["form": .string(recognition.form.rawValue)]
        case let annulment as AnnulmentStatement: ["reason": .string(annulment.reason)]
        default: .null
        }
    }

    /// The ballot that it follows from, where this service held it.
    private func round(_ line: RegisterLine) async throws -> JSONValue {
        let reference = (line.statement as? DecisionStatement)?.round ?? (line.statement as? AnnulmentStatement)?.round
        guard let reference else { return .null }
        guard let desk = try? office.desk(roundID: Base64URL.encode(reference.roundID)) else { return .null }
        return ["roundID": .bytes(reference.roundID), "title": .string(try await desk.entry().title)]
    }

    /// The other units' decisions on the same paper.
    private func others() async throws -> [JSONValue] {
        try await register.entries(of: entry.paper.id).filter { $0.digest != entry.digest }
            .map { try RegisterLine($0).json }
    }
}
