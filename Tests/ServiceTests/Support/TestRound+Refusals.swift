import Client
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

extension TestRound {
    var voterPath: String { "/api/v1/rounds/\(roundID)" }
    var staffPath: String { "/api/v1/staff/rounds/\(name)" }

    func post(_ what: String, _ body: [UInt8]) async throws -> RawAnswer {
        try await service.call("POST", "\(voterPath)/\(what)", body)
    }

    func post(_ what: String, _ body: JSONValue) async throws -> RawAnswer { try await post(what, body.encoded()) }

    func cast(_ slip: [UInt8]) async throws -> RawAnswer { try await post("slips", ["slip": .bytes(slip)]) }

    /// What the public sees of the round.
    var status: String { get async throws { try await service.call("GET", voterPath).text } }

    /// All that the staff see of the round.
    var detail: String { get async throws { try await service.call("GET", staffPath, as: .secretary).text } }

    /// Sends every body and expects its code each time, and that nobody sees a difference afterwards.
    func expectRefused(_ bodies: [(name: String, body: [UInt8], code: String)], at what: String) async throws {
        let before = try await status
        for (name, body, code) in bodies {
            let answer = try await post(what, body)
            #expect(answer.code == code, "\(name): \(answer.text)")
            #expect(try answer.status == answer.member("status").integer(), "\(name)")
        }
        #expect(try await status == before)
    }
}
