import Client
import Logging
import SecretBallot

/// What a relay works with; all of it can be put in the place of by tests.
struct RelayTools: Sendable {
    let key: SigningKey
    let storage: any RelayStorage
    let service: any ServiceLine
    let clock: any RelayClock

    /// Draws the order of slips.
    let generator: any RandomNumberGenerator & Sendable

    /// The issuer's name of the service in its manifests.
    let issuer: String

    /// Bytes of bundles held at once, of all rounds together.
    let memory: Int
    let logger: Logger

    /// How long, in seconds, members may lower what they ask for where the greatest mix leaves somebody out, and how long
    /// those are waited for whose ballots were lost.
    var loweringSeconds = RelayConfiguration.usualLowering

    /// How often the service is asked whether voting has closed.
    var pollSeconds: Double { 2 }

    /// Says what the service did that it must not. Never to whom: members' devices have the evidence.
    func accuse(_ what: String, _ roundID: RoundID) {
        logger.error("the service's misconduct: \(what)", metadata: ["round": "\(roundID)"])
    }

    /// Says that something is tried again. Neither who handed over nor what is in an error of ours or of a library.
    func report(_ what: String, _ roundID: RoundID, _ error: any Error) {
        logger.warning("\(what): tried again", metadata: ["round": "\(roundID)", "error": "\(Self.kind(of: error))"])
    }

    /// Says that a round is carried no further until the relay is started anew.
    func fail(_ roundID: RoundID, _ error: any Error) {
        logger.error(
            "the round goes no further here: restart the relay, and tell whoever supervises it",
            metadata: ["round": "\(roundID)", "error": "\(Self.kind(of: error))"])
    }

    private static func kind(of error: any Error) -> String {
        // A problem's code is whatever the service writes there: a word of it, and no lines of a log.
        let code = (error as? ServerProblem)?.code
        let isWord = code.map { $0.utf8.count <= 40 && $0.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 } }
        return isWord == true ? code ?? "" : "\(type(of: error))"
    }
}
