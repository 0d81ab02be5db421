import StrictEncoding

/// The staff's side of a service: secretary, counting board, signer, administrator.
public struct StaffClient: Sendable {
    let connection: Connection
    private let credential: StaffCredential

    /// - Parameter token: a bearer token, as `newToken` makes them.
    public init(_ connection: Connection, token: String) {
        self.connection = connection
        credential = .token(token)
    }

    /// Logs in with a password; the session lasts as long as the service says.
    /// - Parameter code: of an authenticator app or of the recovery sheet, where the account has a second factor.
    /// - Throws: `ServerProblem` with `wrong-credentials`, `throttled`, `factor-needed`, `wrong-code`.
    public static func login(
        _ connection: Connection, name: String, password: String, code: String? = nil
    ) async throws -> StaffClient {
        let names: JSONValue = ["name": .string(name), "password": .string(password)]
        let body = names.adding("code", code.map(JSONValue.string))
        let call = Call(.post, "/staff/session", body)
        guard let cookie = try await connection.send(call).cookie else {
            throw AnswerFault(call.name, "no session cookie")
        }
        return StaffClient(connection: connection, credential: .cookie(cookie))
    }

    private init(connection: Connection, credential: StaffCredential) {
        self.connection = connection
        self.credential = credential
    }

    /// Ends the session; a token stays valid.
    public func logout() async throws { try await send(Call(.delete, "/staff/session")) }

    // MARK: - Calls

    func read<Value>(_ call: Call, _ value: (JSONReader) throws(MalformedInput) -> Value) async throws -> Value {
        try await connection.read(signed(call), value)
    }

    func document(_ call: Call) async throws -> [UInt8] { try await connection.document(signed(call)) }

    func send(_ call: Call) async throws { _ = try await connection.send(signed(call)) }

    private func signed(_ call: Call) -> Call {
        var call = call
        call.credential = credential
        return call
    }

    static func path(_ round: String, _ rest: String = "") -> String { "/staff/rounds/\(Call.segment(round))\(rest)" }
}

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
