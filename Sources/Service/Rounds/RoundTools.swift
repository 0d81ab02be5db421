import Logging
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// What every round works with.
struct RoundTools: Sendable {
    let installation: Installation
    let lanes: Lanes
    let clock: ServiceClock
    let logger: Logger
    var relayCall = RelayCall()

    var register: any Register { installation.register }
    var storage: any BallotStorage { installation.storage }

    @inline(never)
    func profile(_ id: String) throws(Problem) -> GuidanceProfile { try installation.profile(id) }

    /// The service's own name of a round, there before its manifest is: ten Crockford characters.
    func newRoundName() throws -> String {
        Crockford.encode(try SecretBytes(random: 7).unwipedCopy, count: 10)
    }
}
