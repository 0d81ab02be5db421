import CocktailDKG
import OpenSSLKit
import StrictEncoding

@testable import SecretBallot

/// A round whose board of three, two of whom open, made its key in a ceremony.
struct SmallBoard {
    let ceremony: SmallCeremony
    let transcript: BoardTranscript
    let holders: [BoardKeyHolder]
    let manifest: Manifest

    static let shared = Result { try SmallBoard() }

    /// - Parameter change: to the terms, before they are frozen.
    init(_ finished: SmallCeremony? = nil, change: (inout RoundTerms) throws -> Void = { _ in }) throws {
        let ceremony = try finished ?? SmallCeremony.finished(2, of: 3)
        guard let transcript = ceremony.devices[0].transcript else { throw CeremonyFault.incomplete }
        (self.ceremony, self.transcript) = (ceremony, transcript)
        holders = ceremony.devices.compactMap(\.holder)
        let board = try Self.board(of: ceremony, transcript)
        manifest = try SmallRound(in: .two, issuers: SmallRound.shared(.one).issuers) { terms in
            terms.board = board
            try change(&terms)
        }.manifest
    }

    static func board(of ceremony: SmallCeremony, _ transcript: BoardTranscript) throws -> CountingBoard {
        CountingBoard(
            threshold: ceremony.ceremony.threshold,
            members: try ceremony.devices.map { device in
                BoardMember(
                    name: device.name, key: device.registration.key,
                    dkgKey: try VerifyingKey(device.registration.dkgKey.x962))
            },
            publicKey: try VerifyingKey(transcript.keys.groupKey.x962), transcript: transcript.hash)
    }

    var signers: [SigningKey] { ceremony.devices.map(\.key) }

    /// - Parameter octet: another octet is another seal.
    func seal(_ octet: UInt8 = 1) -> Seal {
        let hash = [UInt8](repeating: octet, count: 32)
        let times = Seal.Times(stepsHash: hash, closingHash: hash, sealedAt: 1)
        return Seal(
            Seal.Parts(boxRoot: hash, attendanceHash: hash, rollHash: hash, times: times), of: manifest)
    }

    /// What each member releases.
    func shares(for seal: Seal) throws -> [BoardShare] {
        try holders.map { holder in
            try BoardShare(
                member: holder.place, share: holder.share.bytes.unwipedCopy, for: seal, signedBy: holder.key)
        }
    }
}
