import CocktailDKG
import OpenSSLKit
import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

/// `board-transcript.bin`: read strictly, and each thing that it may contradict a manifest in, alone.
struct BoardTranscriptTests {
    private static let made = Result { try SmallCeremony.finished(2, of: 3) }
    private let transcript: BoardTranscript

    init() throws { transcript = try #require(Self.made.get().devices[0].transcript) }

    @Test func isReadAsItWasWritten() throws {
        let read = try BoardTranscript(transcript.bytes)
        #expect(read == transcript)
        let length = transcript.certificate.transcript.bytes.count
        #expect(read.bytes.count == 4 + length + 3 * 65)
        #expect(read.hash == Hash.digest(Array(transcript.bytes[4..<4 + length])))
    }

    @Test func everyOtherLength() {
        for count in stride(from: 0, to: transcript.bytes.count, by: 7) {
            #expect(throws: MalformedInput.self) { try BoardTranscript(Array(transcript.bytes.prefix(count))) }
        }
        #expect(throws: MalformedInput(.trailingBytes, at: "board-transcript")) {
            try BoardTranscript(transcript.bytes + [0])
        }
        #expect(throws: MalformedInput(.tooLarge, at: "board-transcript")) {
            try BoardTranscript([UInt8](repeating: 0, count: BoardTranscript.maximumByteCount + 1))
        }
        #expect(throws: MalformedInput.self) { try BoardTranscript([255, 255, 255, 255]) }
    }

    /// The largest that there can be is read.
    @Test func nineOfNine() throws {
        let largest = try #require(try SmallCeremony.finished(9, of: 9).devices[0].transcript)
        #expect(try BoardTranscript(largest.bytes) == largest)
        #expect(largest.bytes.count < BoardTranscript.maximumByteCount / 2)
    }

    @Test(arguments: 0..<3)
    func everySignature(place: Int) {
        var bytes = transcript.bytes
        bytes[bytes.count - 1 - (2 - place) * 65] ^= 1
        #expect(throws: DKGFault(participant: place + 1, .certificate)) { try BoardTranscript(bytes) }
    }

    /// No byte of it can be another.
    @Test func everyByte() {
        var random = SeededRandom()
        for _ in 0..<150 {
            var bytes = transcript.bytes
            let place = random.below(bytes.count)
            bytes[place] ^= 1 << UInt8(random.below(8))
            #expect(throws: (any Error).self, "\(place) \(random)") { try BoardTranscript(bytes) }
        }
    }

    @Test func contradictions() throws {
        let board = try SmallBoard.board(of: Self.made.get(), transcript)
        func contradiction(
            threshold: Int = 2, members: [BoardMember]? = nil, publicKey: VerifyingKey? = nil, hash: [UInt8]? = nil
        ) -> BoardTranscript.Contradiction? {
            transcript.contradiction(
                with: CountingBoard(
                    threshold: threshold, members: members ?? board.members,
                    publicKey: publicKey ?? board.publicKey, transcript: hash ?? board.transcript))
        }
        #expect(contradiction() == nil)
        #expect(contradiction(threshold: 3) == .threshold)
        #expect(contradiction(members: Array(board.members.dropLast())) == .memberCount)
        #expect(contradiction(members: [1, 0, 2].map { board.members[$0] }) == .dkgKeys)
        let alone = board.members.map { BoardMember(name: $0.name, key: $0.key) }
        #expect(contradiction(members: alone) == .dkgKeys)
        #expect(contradiction(publicKey: SigningKey().publicKey) == .publicKey)
        #expect(contradiction(hash: [UInt8](repeating: 0, count: 32)) == .hash)
        #expect(contradiction(hash: Hash.digest(transcript.bytes)) == .hash)
        let nameless = CountingBoard(threshold: 2, members: board.members, publicKey: board.publicKey)
        #expect(transcript.contradiction(with: nameless) == .hash)
    }
}
