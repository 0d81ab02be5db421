import Client
import Foundation
import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// What is on the disk once the box is sealed.
@Suite struct TraceTests {
    /// The files but the boxes, and every slip in the order in which it was cast.
    private static func sealed(
        _ body: @escaping @Sendable (TestRound, [String: [UInt8]], [[UInt8]]) async throws -> Void
    ) async throws {
        try await PreparedRound.run { round in
            var (cast, random): ([[UInt8]], SeededRandom) = ([], SeededRandom())
            for voter in round.codes.indices {
                let slips = try await SlipInputTests.slips(of: voter, round).shuffled(using: &random)
                for slip in slips { #expect(try await round.cast(slip).status == 200) }
                cast += slips
            }
            let live = try TemporaryFolder.files(under: round.service.folder)
            let hasLog = live.keys.contains { $0.hasSuffix("spool.sqlite-wal") }
            #expect(hasLog)
            for (name, bytes) in live { #expect(Data(bytes).range(of: Data(piece(of: cast[0]))) == nil, "\(name)") }
            _ = try await round.seal([])
            let files = try TemporaryFolder.files(under: round.service.folder)
            try await body(round, files.filter { !$0.key.hasSuffix("/boxes.bin") }, cast)
        }
    }

    /// Too long to be there by chance, and inside the token, which nobody else has.
    private static func piece(of slip: [UInt8]) -> [UInt8] { Array(slip[80..<104]) }

    @Test func theSpoolAndItsKeyAreGone() async throws {
        try await Self.sealed { _, files, _ in
            #expect(!files.isEmpty)
            for name in files.keys {
                #expect(!name.contains("spool.sqlite") && (!name.hasSuffix(".key") || name.hasSuffix("/master.key")))
            }
        }
    }

    @Test func noFileButTheBoxesHoldsASlip() async throws {
        try await Self.sealed { _, files, cast in
            for (name, bytes) in files {
                for slip in cast {
                    let id = try Slip(slip).id
                    let piece = Self.piece(of: slip)
                    // Three alignments of base64url, since a slip may stand anywhere in a text.
                    let texts = (0..<3).map { Array(Base64URL.encode(Array(piece.dropFirst($0))).dropLast(2).utf8) }
                    for needle in [piece, id, Array(Base64URL.encode(id).utf8)] + texts {
                        #expect(Data(bytes).range(of: Data(needle)) == nil, "\(name)")
                    }
                }
            }
        }
    }

    /// Neither the boxes' order nor any other file's tells the order of casting.
    @Test func theBoxesAreInTheOrderOfTheirHashes() async throws {
        try await Self.sealed { round, _, cast in
            let boxes = try BoxContents(try TemporaryFolder.bytes(of: TestFolder.boxes(of: round)), of: round.manifest)
                .boxes
            for (contest, box) in boxes.enumerated() {
                let mine = try cast.filter { try Slip($0).contest == contest }
                let sorted = try mine.sorted { try Slip($0).id.lexicographicallyPrecedes(Slip($1).id) }
                #expect(box == sorted)
            }
        }
    }

    /// A step's time is kept, a slip's is not.
    @Test func nothingPublicSaysWhenASlipCame() async throws {
        let time = TestTime()
        try await PreparedRound.run(time: time) { round in
            var moments: [Int] = []
            for voter in 0..<3 {
                time.advance(by: 1_000_003)
                moments.append(time.now)
                try await round.vote(voter, [Choice](repeating: .first, count: 8))
            }
            time.advance(by: 1_000_003)
            _ = try await round.seal([])
            let files = try TemporaryFolder.files(under: round.service.folder)
            for moment in moments {
                let needles = [Array("\(moment)".utf8), [UInt8](bigEndian: UInt32(moment))]
                for (name, bytes) in files where !name.hasSuffix("boxes.bin") {
                    for needle in needles { #expect(Data(bytes).range(of: Data(needle)) == nil, "\(name): \(moment)") }
                }
            }
        }
    }
}
