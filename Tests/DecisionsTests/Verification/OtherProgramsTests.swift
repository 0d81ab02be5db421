import Decisions
import OpenSSLKit
import Recognition
import SignedPDF
import StrictEncoding
import Testing

/// Papers as other people's programs, and other people, leave them.
@Suite struct OtherProgramsTests {
    private func verify(
        _ name: String, stamps: Bool = true, revoked: Bool = false
    ) throws -> DecisionVerdict {
        let anchors = try Vector.anchors()
        let lists = try revoked ? RevocationList.all(file: Vector.pdf("signer-revoked-later.crl")) : []
        return try DecisionVerifier(
            anchors: anchors, timestampAnchors: stamps ? anchors : TrustAnchors([]), revocationLists: lists
        ).verify(Vector.pdf(name), now: Vector.now)
    }

    /// pyHanko raises the version, names an extension and writes metadata.
    @Test func aPaperSignedByAnotherProgramIsTaken() throws {
        let intake = SignatureIntake(verifier: DecisionVerifier(anchors: try Vector.anchors()), now: Vector.now)
        let (base, file) = try (Vector.pdf("handed-out.pdf"), Vector.pdf("handed-out-signed-by-pyhanko.pdf"))
        #expect(intake.refusal(of: file, since: base) == nil)
        #expect(
            try PDFInspection.changes(since: base, in: file)
                == .permitted([
                    .documentInformation, .fieldSigned(name: "Signer"), .version, .version, .metadata,
                ]))
        let verdict = try verify("handed-out-signed-by-pyhanko.pdf")
        #expect(verdict.intact.isYes && verdict.trusted.isYes && verdict.signatures.map(\.weight) == [.signer])
    }

    /// Another body's certificate, trusted, signs after the signer, and its white mark covers a line of the text.
    @Test func aMarkOverTheTextIsForbidden() throws {
        let verdict = try verify("overpainted.pdf")
        #expect(verdict.intact.code == "changed-bad-field" && verdict.summary == .notValid)
        #expect(verdict.signatures.map(\.weight) == [.signer, .stranger])
        #expect(verdict.trusted.isYes && verdict.intact.reason.english.contains("kept for no signature"))
    }

    /// By the picture alone.
    @Test func aMarkOverTheTextIsSeen() throws {
        let file = try Vector.pdf("overpainted.pdf")
        let change = try PDFInspection.seenChange(since: Array(file.prefix(127_670)), in: file)
        guard case .seen(page: 0, let place)? = change else { Issue.record("\(String(describing: change))"); return }
        // The mark's rectangle is 60 to 310 points from the left, and 464 to 484 from above.
        #expect(place.x >= 59 && place.x + place.width <= 311 && place.y >= 463 && place.y + place.height <= 485)
        let text = try #require(change)
        #expect(text.description.contains("page 1"))
    }

    /// Written by a program that counts objects wrongly; nothing is repaired.
    @Test func aMarkMovedIsRefused() throws {
        let verdict = try verify("mark-moved.pdf")
        #expect(verdict.intact.code == "pdf-malformed" && verdict.summary == .notValid)
    }

    /// The signer's certificate was revoked some seconds after the time stamp over the file.
    @Test func anArchiveTimeStampSaysWhen() throws {
        let stampedAt: Int64 = 1_795_978_135
        let verdict = try verify("stamped.pdf", revoked: true)
        #expect(verdict.intact.isYes && verdict.trusted.isYes)
        #expect(verdict.signatures.map(\.moment) == [.stamped(stampedAt)])
        #expect(verdict.signatures.map(\.level) == [.baselineT])
        #expect(verdict.timestamps.map(\.time) == [stampedAt] && verdict.timestamps.allSatisfy(\.trusted.isYes))
        let json = String(decoding: verdict.json.encoded(), as: UTF8.self)
        #expect(json.contains(#""timestamps":[{"authority":{"#) && json.contains("timestamp-trusted"))
    }

    @Test func withoutTheStampTheSignerWasRevoked() throws {
        let verdict = try verify("stamped.pdf", stamps: false, revoked: true)
        #expect(verdict.intact.isYes && verdict.trusted.code == "certificate-revoked")
        #expect(verdict.timestamps.map(\.trusted.code) == ["no-timestamp-anchors"])
    }

    @Test func aDamagedStampIsSaidToBeDamaged() throws {
        let verdict = try verify("stamp-damaged.pdf", revoked: true)
        #expect(verdict.intact.code == "archive-timestamp-damaged" && verdict.summary == .notValid)
        #expect(verdict.timestamps.isEmpty && verdict.trusted.code == "certificate-revoked")
    }
}
