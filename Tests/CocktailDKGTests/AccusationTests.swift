import OpenSSLKit
import TestSupport
import Testing

@testable import CocktailDKG

/// Who is at fault once an accuser's static key is published: anybody comes to the same verdict, and an honest
/// participant is never the one.
struct AccusationTests {
    private static let session = Result { try SmallSession(2, of: 3) }

    @Test func aBadShareNamesItsDealer() throws {
        let small = try Self.session.get()
        let lie = try small.message(of: 2, lyingTo: 3, saying: P256Scalar.random())
        #expect(try verdict(on: lie.bytes) == DKGFault(participant: 2, .shareMismatch))
    }

    @Test func aCiphertextThatDoesNotOpenNamesItsDealer() throws {
        let small = try Self.session.get()
        var ciphertexts = small.messages[1].ciphertexts
        ciphertexts[2].swapAt(0, 1)
        let lie = Round1Message(small.messages[1].dealing, ciphertexts)
        #expect(try verdict(on: lie.bytes) == DKGFault(participant: 2, .undecryptableShare))
    }

    @Test func aPlaintextThatIsNoScalarNamesItsDealer() throws {
        let plaintext = SecretBytes(copying: [UInt8](repeating: 0xFF, count: 32))
        let lie = try LiarTests.message(of: Self.session.get(), dealer: 2, to: 3, plaintext: plaintext)
        #expect(try verdict(on: lie.bytes) == DKGFault(participant: 2, .malformedShare))
    }

    @Test func whatIsNoMessageNamesItsDealer() throws {
        let bytes = try Self.session.get().messages[1].bytes
        #expect(try verdict(on: bytes + [0]) == DKGFault(participant: 2, .malformedMessage))
        #expect(try verdict(on: []) == DKGFault(participant: 2, .malformedMessage))
    }

    @Test func aGoodShareNamesTheAccuser() throws {
        let bytes = try Self.session.get().messages[1].bytes
        #expect(try verdict(on: bytes) == DKGFault(participant: 3, .falseAccusation))
    }

    /// A bad share to another shows nothing of the one that the accuser was dealt.
    @Test func aBadShareToAnotherNamesTheAccuser() throws {
        let lie = try Self.session.get().message(of: 2, lyingTo: 1, saying: P256Scalar.random())
        #expect(try verdict(on: lie.bytes) == DKGFault(participant: 3, .falseAccusation))
    }

    @Test func anothersKeyNamesTheAccuser() throws {
        let small = try Self.session.get()
        let lie = try small.message(of: 2, lyingTo: 3, saying: P256Scalar.random())
        for key in [try P256Scalar.random(), small.participants[0].staticKey] {
            #expect(try verdict(on: lie.bytes, publishing: key) == DKGFault(participant: 3, .falseAccusation))
        }
    }

    private func verdict(on message: [UInt8], publishing key: P256Scalar? = nil) throws -> DKGFault {
        let small = try Self.session.get()
        return try small.session.verdict(
            on: 2, of: message, accusedBy: 3, publishing: key ?? small.participants[2].staticKey)
    }
}
