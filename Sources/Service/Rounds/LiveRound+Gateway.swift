import HTTPTypes
import ObliviousHTTP
import OpenSSLKit
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// Slips that come through relays.
extension LiveRound {
    /// The round's gateway, where its manifest names one.
    /// - Throws: `StorageError.corrupt` where its key is missing or is another's.
    static func gateway(of manifest: Manifest, keptIn spool: any BallotSpool) async throws -> SlipGateway? {
        guard let casting = manifest.casting else { return nil }
        guard let scalar = try await spool.gatewayKey(),
            let gateway = try? ObliviousGateway(identifier: 1, scalar: scalar.unwipedCopy),
            gateway.configuration.bytes == casting.gateway.configuration
        else { throw StorageError(.corrupt, "the spool: the gateway's key is missing, or is not the manifest's") }
        return try SlipGateway(gateway, of: manifest)
    }

    /// Takes what a relay sends in closing, each message by itself, in the way of slips that come straight: opened and checked on all
    /// cores, kept in one transaction, answered when that is durable.
    /// - Returns: an encapsulated response for each, in order, all of one length.
    /// - Throws: `Problem`, `StorageError`; then nothing was acknowledged, and the same may be sent again.
    func cast(relayed messages: [[UInt8]]) async throws -> [[UInt8]] {
        guard let gateway else { throw Problem(.notFound, "the round has no gateway") }
        // Relays send when voting has closed: what comes before is none's.
        guard rollCall.state == .closing else { throw Problem.wrongState(rollCall.state.rawValue) }
        let (check, manifest, receiptKey) = (check, manifest, receiptKey)
        let opened = try await lanes.gateway.map(messages) { RelayedSlip(opening: $0, by: gateway, check) }
        let admissions = try await spooled { try await spool.cast(opened.compactMap(\.toKeep)) }
        let kept = RelayedSlip.judged(opened, admissions)
        return try await lanes.gateway.map(kept) { try $0.answer(of: manifest, signedBy: receiptKey) }
    }
}

/// How many requests of each relay are under way: no relay has more of the gateway than its neighbours.
final class RelayTurns: Sendable {
    /// A relay sends one request after the other; where a line breaks it repeats what may still be under way.
    static let limit = 2

    private let underWay = Mutex<[Int: Int]>([:])

    /// - Parameter relay: its place in the manifest.
    /// - Throws: `Problem.overloaded` beyond the limit; what `body` throws.
    func run<Value>(_ relay: Int, _ body: () async throws -> Value) async throws -> Value {
        let isItsTurn = underWay.withLock { underWay in
            guard underWay[relay, default: 0] < Self.limit else { return false }
            underWay[relay, default: 0] += 1
            return true
        }
        guard isItsTurn else {
            throw Problem(.overloaded, "what this relay sent before is still being answered", retryAfter: 1)
        }
        defer { underWay.withLock { $0[relay, default: 1] -= 1 } }
        return try await body()
    }
}

/// One message of a relay, from its opening to its answer.
enum RelayedSlip: Sendable {
    /// All of whose checks hold.
    case slip(CastSlip, ResponseKey)
    case refused(Problem, ResponseKey)

    /// It does not open, and so nobody can be answered.
    case unreadable

    init(opening message: [UInt8], by gateway: SlipGateway, _ check: SlipCheck) {
        switch gateway.open(message) {
        case .unreadable: self = .unreadable
        case .otherForm(let key):
            self = .refused(Problem(.malformedRequest, "not the one form in which a slip is sent"), key)
        case .slip(let bytes, let key):
            do throws(SlipFault) {
                let slip = try check.checked(bytes)
                self = .slip(CastSlip(slipID: slip.id, contest: slip.contest, bytes: bytes), key)
            } catch {
                self = .refused(Problem(translating: error), key)
            }
        }
    }

    var toKeep: CastSlip? {
        guard case .slip(let slip, _) = self else { return nil }
        return slip
    }

    /// - Parameter admissions: what became of those that were to be kept, in order.
    static func judged(_ slips: [RelayedSlip], _ admissions: [Admission]) -> [RelayedSlip] {
        var admissions = admissions[...]
        return slips.map { slip in
            guard case .slip(_, let key) = slip, admissions.popFirst() == .differs else { return slip }
            return .refused(Problem(.slipDiffers), key)
        }
    }

    /// - Throws: an error of the cryptographic library.
    func answer(of manifest: Manifest, signedBy receiptKey: SigningKey) throws -> [UInt8] {
        switch self {
        case .unreadable: return try SlipGateway.filler()
        case .refused(let problem, let key): return try key.seal(problem.relayed.encoded())
        case .slip(let slip, let key):
            let receipt = try Receipt.sign(slip.bytes, of: manifest, with: receiptKey)
            return try key.seal(SlipAnswer.receipt(receipt).encoded())
        }
    }
}

extension Problem {
    /// As it goes back through a relay: without what there is no room for.
    var relayed: SlipAnswer {
        let whole = json.encoded()
        guard whole.count > SlipAnswer.problemLimit else { return .problem(status: status.code, body: whole) }
        return .problem(status: status.code, body: Problem(code).brief.encoded())
    }
}
