public import Recognition
import StrictEncoding

extension StaffClient {
    /// Gives the service the signer's key, which stays wrapped under its password.
    /// - Parameter pkcs12: the file that the certification authority handed out.
    @discardableResult
    public func setIdentity(pkcs12: [UInt8], password: String) async throws -> CertificateNotice {
        let body: JSONValue = ["pkcs12": .bytes(pkcs12), "password": .string(password)]
        return try await read(Call(.put, "/staff/identity", body), CertificateNotice.init(reading:))
    }

    /// Signs the decisions of a certified round.
    /// - Parameters:
    ///   - units: their ids; nil for all that were recognised.
    ///   - together: all on one paper, with a list annexed.
    ///   - firstNumber: where the numbering begins; nil to go on with the register's.
    ///   - password: of the signer's key.
    public func decide(
        _ round: String, units: [String]? = nil, together: Bool = false, date: CalendarDate, signer: Signer,
        firstNumber: Int? = nil, password: String
    ) async throws -> [IssuedDecision] {
        let body: JSONValue = [
            "units": units.map { .array($0.map(JSONValue.string)) } ?? .null, "together": .bool(together),
            "date": .string(date.description), "signer": signer.json, "password": .string(password),
        ]
        let call = Call(
            .post, Self.path(round, "/decisions"), body.adding("firstNumber", firstNumber.map { .integer($0) }))
        return try await read(call) { answer throws(MalformedInput) in
            try answer.looseObject().list("decisions", IssuedDecision.init(reading:))
        }
    }

    /// Affixes the body's seal to a decision that its signer has signed; the key is the one that this account keeps.
    @discardableResult
    public func affixBodySeal(to digest: [UInt8], password: String) async throws -> IssuedDecision {
        let path = "/staff/decisions/\(Base64URL.encode(digest))/seal"
        return try await read(Call(.post, path, ["password": .string(password)]), IssuedDecision.init(reading:))
    }

    /// Puts the next archive time stamp over the paper of a decision, by the service's authority.
    @discardableResult
    public func archive(_ digest: [UInt8]) async throws -> IssuedDecision {
        let path = "/staff/decisions/\(Base64URL.encode(digest))/archive"
        return try await read(Call(.post, path), IssuedDecision.init(reading:))
    }

    /// Annuls a recognition for good.
    /// - Parameters:
    ///   - digest: of the decision's statement.
    ///   - body: the abbreviation in the new decision's number, "ĐU".
    ///   - roundID: the ballot that it follows from, where one was held.
    ///   - warnings: the names of those that were read and accepted.
    /// - Throws: `ServerProblem` with `unacknowledged-warnings` and the warnings.
    public func annul(
        _ digest: [UInt8], reason: String, date: CalendarDate, body: String, signer: Signer, password: String,
        roundID: [UInt8]? = nil, acknowledging warnings: [String] = []
    ) async throws -> IssuedDecision {
        let content = Self.acknowledgement(warnings)
            .adding("reason", .string(reason)).adding("date", .string(date.description))
            .adding("body", .string(body)).adding("signer", signer.json).adding("password", .string(password))
        let path = "/staff/decisions/\(Base64URL.encode(digest))/annulment"
        return try await read(
            Call(.post, path, content.adding("round", roundID.map(JSONValue.bytes))), IssuedDecision.init(reading:))
    }
}
