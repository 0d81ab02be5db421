public import Recognition
import StrictEncoding

/// Signing outside the service.
extension StaffClient {
    /// Gives papers their numbers and keeps them until they are signed.
    public func prepareDecisions(
        _ round: String, units: [String]? = nil, together: Bool = false, date: CalendarDate, signer: Signer,
        firstNumber: Int? = nil
    ) async throws -> [PreparedPaper] {
        let body: JSONValue = [
            "units": units.map { .array($0.map(JSONValue.string)) } ?? .null, "together": .bool(together),
            "date": .string(date.description), "signer": signer.json,
        ]
        let call = Call(
            .post, Self.path(round, "/preparations"), body.adding("firstNumber", firstNumber.map { .integer($0) }))
        return try await read(call) { answer throws(MalformedInput) in
            try answer.looseObject().list("papers", PreparedPaper.init(reading:))
        }
    }

    /// The papers of a round that wait.
    public func preparations(_ round: String) async throws -> [PreparedPaper] {
        try await read(Call(.get, Self.path(round, "/preparations"))) { answer throws(MalformedInput) in
            try answer.looseObject().list("papers", PreparedPaper.init(reading:))
        }
    }

    /// The file of a paper, for a program that signs PDF.
    public func preparedDocument(_ paper: Int) async throws -> [UInt8] {
        try await document(Call(.get, "/staff/preparations/\(paper)/document", limit: Call.documentLimit))
    }

    /// What is to be signed of a paper, for a program that signs bytes: a detached CMS signature over them goes to
    /// `attach`.
    public func bytesToSign(_ paper: Int) async throws -> [UInt8] {
        let call = Call(.get, "/staff/preparations/\(paper)/prepared", limit: Call.documentLimit * 3)
        return try await read(call) { answer throws(MalformedInput) in
            try answer.looseObject().member("signedBytes").bytes()
        }
    }

    /// - Parameter signature: detached CMS, DER.
    public func attach(_ signature: [UInt8], to paper: Int) async throws -> [IssuedDecision] {
        let path = "/staff/preparations/\(paper)/signature"
        return try await issued(Call(.put, path, ["signature": .bytes(signature)]))
    }

    /// Hands in the paper's file as another program signed it.
    public func attach(signed pdf: [UInt8], to paper: Int) async throws -> [IssuedDecision] {
        try await issued(Call(.put, "/staff/preparations/\(paper)/document", pdf: pdf))
    }

    /// Lets go of a paper that will not be signed; its number is the next to be given.
    public func withdraw(_ paper: Int) async throws { try await send(Call(.delete, "/staff/preparations/\(paper)")) }

    private func issued(_ call: Call) async throws -> [IssuedDecision] {
        try await read(call) { answer throws(MalformedInput) in
            try answer.looseObject().list("decisions", IssuedDecision.init(reading:))
        }
    }
}
