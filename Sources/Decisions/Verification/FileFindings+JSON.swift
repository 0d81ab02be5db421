import Recognition
import SignedPDF
public import StrictEncoding

/// Findings on their way from the process that reads strangers' files to the one that asked.
extension FileFindings {
    /// `{"intact", "signatures": [{"signer", "weight", "trusted", "moment"?, "level"?, "place"?}], "timestamps": [{"authority",
    /// "time", "trusted", "place"?}], "text"?: {"kind", "statements"}, "firstRevisionEnd"?}`, the statements in their exact bytes.
    public var json: JSONValue {
        let json: JSONValue = [
            "intact": intact.json, "signatures": .array(signatures.map(\.json)),
            "timestamps": .array(timestamps.map(\.passed)),
        ]
        return json.adding("text", text?.json).adding("firstRevisionEnd", firstRevisionEnd.map(JSONValue.integer))
    }

    /// - Throws: `MalformedInput` for anything that `json` would not have written.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["intact", "signatures", "timestamps"], optional: ["text", "firstRevisionEnd"])
        intact = try VerdictAnswer(reading: object.member("intact"))
        var signatures: [SignatureFinding] = []
        for element in try object.member("signatures").array() {
            signatures.append(try SignatureFinding(reading: element))
        }
        self.signatures = signatures
        var timestamps: [TimestampFinding] = []
        for element in try object.member("timestamps").array() {
            timestamps.append(try TimestampFinding(reading: element))
        }
        self.timestamps = timestamps
        text = if let reader = object.optional("text") { try DecisionText(reading: reader) } else { nil }
        firstRevisionEnd = try object.optional("firstRevisionEnd")?.integer(in: 1...Int(Int32.max))
    }
}

extension SignatureFinding {
    fileprivate var json: JSONValue {
        let json: JSONValue = [
            "signer": signer.json, "weight": .string(weight.rawValue), "trusted": trusted.json,
        ]
        return json.adding("moment", moment?.json).adding("level", level.map { .string($0.rawValue) })
            .adding("place", place.map { .string($0.rawValue) })
    }

    fileprivate init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["signer", "weight", "trusted"], optional: ["moment", "level", "place"])
        signer = try SignerCertificate(reading: object.member("signer"))
        weight = try object.member("weight").choice(SignatureWeight.self)
        trusted = try VerdictAnswer(reading: object.member("trusted"))
        moment = if let reader = object.optional("moment") { try SigningMoment(reading: reader) } else { nil }
        level = if let reader = object.optional("level") { try reader.choice(PAdESLevel.self) } else { nil }
        place = if let reader = object.optional("place") { try reader.choice(SignatureRole.self) } else { nil }
    }
}

extension SigningMoment {
    fileprivate init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["time", "source"])
        let time = Int64(try object.member("time").integer())
        self =
            switch try object.member("source").string() {
            case "register": .recorded(time)
            case "timestamp": .stamped(time)
            case "claimed": .claimed(time)
            default: throw reader.wrongValue("source: register, timestamp or claimed")
            }
    }
}

extension DecisionText {
    fileprivate var json: JSONValue {
        let statements: [[UInt8]] =
            switch self {
            case .recognition(let decisions): decisions.map(\.bytes)
            case .annulment(let annulment): [annulment.bytes]
            }
        return ["kind": .string(kind.rawValue), "statements": .array(statements.map(JSONValue.bytes))]
    }

    fileprivate init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["kind", "statements"])
        let statements = try object.member("statements").array(maximum: PDFLimits.attachmentCount)
        switch try object.member("kind").choice(DecisionPath.Kind.self) {
        case .recognition:
            guard !statements.isEmpty else { throw reader.wrongValue("a statement at least") }
            var decisions: [ExactDecision] = []
            for statement in statements { decisions.append(try ExactDecision(bytes: statement.bytes())) }
            self = .recognition(decisions)
        case .annulment:
            guard statements.count == 1 else { throw reader.wrongValue("one statement") }
            self = .annulment(try ExactAnnulment(bytes: statements[0].bytes()))
        }
    }
}

extension JSONReader {
    func choice<Value: RawRepresentable<String>>(_ type: Value.Type) throws(MalformedInput) -> Value {
        guard let value = Value(rawValue: try string()) else { throw wrongValue("none of \(type)") }
        return value
    }
}
