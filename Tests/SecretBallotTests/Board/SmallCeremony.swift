import CocktailDKG
import OpenSSLKit

@testable import SecretBallot

/// A ceremony whose devices are all at hand, taken step by step.
struct SmallCeremony {
    var devices: [CeremonyDevice]
    let ceremony: BoardCeremony

    /// Every device has joined.
    init(_ threshold: Int, of count: Int) throws {
        devices = try (0..<count).map { try CeremonyDevice(name: "Ủy viên \($0 + 1)") }
        ceremony = try BoardCeremony(threshold: threshold, members: devices.map(\.registration))
        for place in devices.indices { try devices[place].join(ceremony) }
    }

    var commitments: [SignedCommitment] { devices.compactMap(\.commitment) }
    var messages: [SignedFirstMessage] { devices.compactMap(\.firstMessage) }
    var certifications: [[UInt8]] { devices.compactMap(\.certification) }

    mutating func commit() throws {
        let commitments = commitments
        for place in devices.indices { try devices[place].take(commitments) }
    }

    mutating func deal() throws {
        let messages = messages
        for place in devices.indices { try devices[place].take(messages) }
    }

    mutating func certify() throws {
        let certifications = certifications
        for place in devices.indices { try devices[place].take(certifications: certifications) }
    }

    /// All of it.
    static func finished(_ threshold: Int, of count: Int) throws -> SmallCeremony {
        var small = try SmallCeremony(threshold, of: count)
        try small.commit()
        try small.deal()
        try small.certify()
        return small
    }

    // MARK: - Liars

    /// A member whose msg1 is changed before it commits to it.
    mutating func lie(of place: Int, _ change: (inout [UInt8]) throws -> Void) throws {
        var message = devices[place].attempt?.message ?? []
        try change(&message)
        devices[place].attempt = Attempt(
            ceremony: ceremony, place: place, message: message,
            commitment: try SignedCommitment(to: message, by: place, in: ceremony, signedBy: devices[place].key))
    }

    /// Where the ciphertext for a recipient, from 0, begins in a msg1.
    func ciphertext(for recipient: Int) -> Int { ceremony.threshold * 33 + 65 + 33 + recipient * 56 + 8 }

    func signed(_ message: [UInt8], by place: Int) throws -> SignedFirstMessage {
        try SignedFirstMessage(message, by: place, in: ceremony, signedBy: devices[place].key)
    }

    func committed(to message: [UInt8], by place: Int) throws -> SignedCommitment {
        try SignedCommitment(to: message, by: place, in: ceremony, signedBy: devices[place].key)
    }
}
