import Client
import Foundation
import SecretBallot

/// The service over HTTP, on connections that serve nothing else.
struct HTTPServiceLine: ServiceLine {
    let client: RelayClient

    func manifest(of roundID: RoundID) async throws -> [UInt8] {
        do {
            return try await client.manifest(of: roundID)
        } catch let problem as ServerProblem where problem.status == 404 {
            throw RelayRefusal.unknownRound
        }
    }

    func stage(of roundID: RoundID) async throws -> ServiceStage {
        do {
            return ServiceStage(try await client.state(of: roundID))
        } catch let problem as ServerProblem where problem.status == 404 {
            throw RelayRefusal.unknownRound
        }
    }

    func closing(of roundID: RoundID) async throws -> (closing: [UInt8], roll: [UInt8])? {
        try await client.closing(of: roundID)
    }

    func ending(of roundID: RoundID) async throws -> ServiceEnding? {
        if let seal = try await client.seal(of: roundID) { return .seal(seal) }
        return try await client.cancellation(of: roundID).map(ServiceEnding.cancellation)
    }

    func send(_ messages: [UInt8], _ pass: GatewayPass, of roundID: RoundID) async throws -> [UInt8] {
        try await client.send(messages, pass, of: roundID)
    }

    func post(_ statement: RelayStatement, of roundID: RoundID) async throws {
        try await client.post(statement, of: roundID)
    }
}

extension ServiceStage {
    init(_ state: RoundState) {
        self =
            switch state {
            case .draft, .frozen, .issuing, .voting: .open
            case .closing: .closing
            case .sealed, .opened, .certified, .cancelled: .over
            }
    }
}

/// The machine's clock.
struct SystemRelayClock: RelayClock {
    var now: Int { Int(Date().timeIntervalSince1970) }

    func sleep(seconds: Double) async throws { try await Task.sleep(for: .seconds(seconds)) }
}
