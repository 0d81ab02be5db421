import Foundation
import OpenSSLKit
import SignedPDF
import TestSupport
import Testing

/// 10,000 files that are damaged or were never whole: each gets an answer, and none the wrong one.
@Suite struct FuzzTests {
    private static let lanes = 8
    private static let count = 10_000

    @Test(arguments: 0..<lanes)
    func nothingDamagedIsIntact(lane: Int) throws {
        let signed = try FuzzFiles.signed.get()
        let originals = try FuzzFiles.originals.get()
        var mutator = PDFMutator(seed: UInt64(lane))
        for round in 0..<Self.count / Self.lanes {
            let original = signed[round % signed.count]
            let file = round % 20 == 0 ? mutator.noise() : mutator.mutate(original, splicing: signed[(round / 7) % 4])
            guard let inspection = try? PDFInspection.inspect(file), inspection.isIntact else { continue }
            // What holds are signatures over the very bytes that were signed; their own bytes may be spelled anew.
            for signature in inspection.signatures {
                #expect(originals.contains(signature.signedBytes(of: file)), "lane \(lane), round \(round)")
            }
        }
    }

    /// Most damage to a signature's own digits breaks it too; a capital made small does not.
    @Test func everyByteCounts() throws {
        let file = try #require(FuzzFiles.signed.get().first)
        let gap = try #require(file.firstRange(of: "/Contents <")).upperBound
        for index in stride(from: 0, to: file.count, by: 7) where !(gap..<gap + 8192).contains(index) {
            var mutant = file
            mutant[index] ^= 1
            let isIntact = (try? PDFInspection.inspect(mutant).isIntact) ?? false
            #expect(!isIntact, "byte \(index)")
        }
    }
}

/// Small signed files of each kind: once, twice, with streams for cross-references, with validation data.
enum FuzzFiles {
    static let signed = Result<[[UInt8]], any Error> {
        let shop = try Workshop()
        let once = try SmallDocument.signed(SmallDocument.make())
        let plan = SignaturePlan(field: "B", signerName: "B", time: Trial.signingTime, capacity: 4096)
        let twice = try Trial.sign(.prepare(once, plan: plan), by: Trial.stranger.get())
        try shop.write(SmallDocument.make(), to: "in.pdf")
        try shop("qpdf", "--object-streams=generate", "in.pdf", "out.pdf")
        let streams = try Trial.sign(
            .prepare(SmallDocument.signed(shop.read("out.pdf")), plan: plan), by: Trial.stranger.get())
        let data = try ValidationData(certificates: [Trial.authority.get().certificate.der])
        return [once, twice, streams, try data.appended(to: twice)]
    }

    /// What was signed.
    static let originals = Result {
        Set(
            try signed.get().flatMap { file in
                try PDFInspection.inspect(file).signatures.map { $0.signedBytes(of: file) }
            })
    }
}
