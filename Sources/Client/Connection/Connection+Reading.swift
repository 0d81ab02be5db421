import StrictEncoding

extension Connection {
    /// Sends a call whose answer is a JSON document.
    /// - Throws: as `send(_:)`; `AnswerFault` for a document that is not as the contract has it.
    func read<Value>(_ call: Call, _ value: (JSONReader) throws(MalformedInput) -> Value) async throws -> Value {
        let answer = try await send(call)
        do {
            return try value(JSONReader(parsing: answer.body, as: "answer", limit: call.limit))
        } catch {
            throw AnswerFault(call.name, "\(error)")
        }
    }

    /// Sends a call whose answer is a document, wanted byte for byte.
    func document(_ call: Call) async throws -> [UInt8] { try await send(call).body }
}
