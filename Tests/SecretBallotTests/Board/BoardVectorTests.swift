import CocktailDKG
import OpenSSLKit
import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

/// `board` of `Vectors/phieukin-2-parts.json`, worked by an implementation that shares no code with ours.
struct BoardVectorTests {
    let board: JSONObjectReader
    let ceremony: BoardCeremony

    init() throws {
        board = try PartsVectors.shared.get().root.member("board").looseObject()
        let members = try board.member("members").array().map { reader in
            let member = try reader.looseObject()
            return CeremonyMember(
                key: try VerifyingKey(member.hexBytes("key")), dkgKey: try P256Point(x962: member.hexBytes("dkgKey")),
                random: try member.hexBytes("r"))
        }
        ceremony = try BoardCeremony(threshold: board.member("threshold").integer(), members: members)
    }

    @Test func sessionAndContext() throws {
        #expect(try BoardCeremony.sessionID(ceremony.threshold, ceremony.members) == board.hexBytes("sessionID"))
        #expect(try ceremony.session.context == board.hexBytes("context"))
    }

    @Test func commitments() throws {
        let messages = try board.hexList("standInForMsg1")
        let commitments = messages.enumerated().map { ceremony.commitment(to: $1, of: $0) }
        #expect(try commitments == board.hexList("commitments"))
        #expect(try BoardCeremony.transcriptExtension(commitments) == board.hexBytes("extension"))
    }

    @Test func signedMessages() throws {
        let messages = try board.hexList("standInForMsg1")
        let committed = try board.member("committed").array().map { try $0.looseObject() }
        let msg1 = try board.member("msg1").array().map { try $0.looseObject() }
        for (member, message) in messages.enumerated() {
            let commitment = ceremony.commitment(to: message, of: member)
            #expect(
                try ceremony.committedMessage(commitment, by: member) == committed[member].hexBytes("message"))
            #expect(try ceremony.msg1Message(message, by: member) == msg1[member].hexBytes("message"))
            let signed: [JSONValue] = [
                [
                    "member": .integer(member), "commitment": .bytes(commitment),
                    "signature": .bytes(try committed[member].hexBytes("exampleSignature")),
                ],
                [
                    "member": .integer(member), "message": .bytes(message),
                    "signature": .bytes(try msg1[member].hexBytes("exampleSignature")),
                ],
            ]
            let one = try SignedCommitment(reading: JSONReader(signed[0], at: ""))
            let other = try SignedFirstMessage(reading: JSONReader(signed[1], at: ""))
            #expect(one.isValid(in: ceremony) && other.isValid(in: ceremony) && other.fits(one, in: ceremony))
            #expect(one.json == signed[0] && other.json == signed[1])
        }
    }
}

extension JSONObjectReader {
    func hexBytes(_ name: String) throws -> [UInt8] { hex(try member(name).string()) }

    func hexList(_ name: String) throws -> [[UInt8]] { try member(name).array().map { hex(try $0.string()) } }
}
