import Client
import Foundation
import OpenSSLKit
import Recognition
import SecretBallot
import SignedPDF
import StrictEncoding
import Testing

@testable import Service

/// What the journal has of decisions, at either door.
@Suite struct DecisionJournalTests {
    private static let page = "/desk/rounds/\(PreparedRound.name)/decisions"
    private static let order = ["date": "2026-12-22", "signer": "Nguyễn Văn Thắng", "position": "Bí thư"]
    private static let password = ["password": TrialSigner.password]

    private static func deeds(_ trial: TrialSigner) throws -> [StaffDeed] {
        [
            try identity(trial.pkcs12, trial.identity()),
            StaffDeed("decision.issue 01-QĐ/ĐU") { scene in
                _ = try await scene.client.decide(
                    scene.round.name, units: ["cb-01"], date: CalendarDate(parsing: "2026-12-22"),
                    signer: trial.signer, password: TrialSigner.password)
            } page: {
                try await $0.submit(page, order.merging(password) { $1 }.merging(["unit": "cb-01"]) { $1 })
            },
            StaffDeed("decision.prepare 02-QĐ/ĐU") {
                try await prepare($0, trial)
            } page: {
                try await prepare($0)
            },
            StaffDeed("decision.withdraw 02-QĐ/ĐU") {
                try await $0.client.withdraw(waiting($0))
            } page: { scene in
                let paper = "/desk/preparations/\(try await waiting(scene))"
                return try await scene.submit(paper + "/withdraw", [:], from: paper)
            },
            StaffDeed("decision.prepare 02-QĐ/ĐU") {
                try await prepare($0, trial)
            } page: {
                try await prepare($0)
            },
            StaffDeed("decision.attach 02-QĐ/ĐU") { scene in
                _ = try await scene.client.attach(signature(scene, trial), to: waiting(scene))
            } page: { scene in
                let (paper, bytes) = (try await waiting(scene), try await signature(scene, trial))
                let token = try await scene.visitor.get("/desk/preparations/\(paper)").formToken ?? ""
                return try await scene.visitor.upload(
                    "/desk/preparations/\(paper)/signature", ["form": token], file: "signature", bytes)
            },
            try identity(trial.sealPKCS12, trial.sealIdentity()),
            StaffDeed("decision.seal 01-QĐ/ĐU") { scene in
                try await scene.client.affixBodySeal(to: digest(scene), password: TrialSigner.password)
            } page: { scene in
                try await scene.submit("/desk/decisions/\(Base64URL.encode(digest(scene)))/seal", password)
            },
            try identity(trial.pkcs12, trial.identity()),
            StaffDeed("decision.annul 03-QĐ/ĐU") { scene in
                _ = try await scene.client.annul(
                    digest(scene), reason: "Có đảng viên bị kỷ luật", date: CalendarDate(parsing: "2026-12-23"),
                    body: "ĐU", signer: trial.signer, password: TrialSigner.password,
                    acknowledging: ["recognition-ended"])
            } page: { scene in
                let more = [
                    "reason": "Có đảng viên bị kỷ luật", "body": "ĐU", "confirmation": "huỷ bỏ",
                    "acknowledge": "recognition-ended",
                ]
                return try await scene.submit(
                    "/desk/decisions/\(Base64URL.encode(digest(scene)))/annul",
                    order.merging(password) { $1 }.merging(more) { $1 })
            },
        ]
    }

    /// One account, which keeps the signer's certificate and the body's by turns.
    private static func identity(_ pkcs12: [UInt8], _ identity: SigningIdentity) throws -> StaffDeed {
        StaffDeed("identity.set \(Base64URL.encode(identity.certificate.fingerprint))") {
            try await $0.client.setIdentity(pkcs12: pkcs12, password: TrialSigner.password)
        } page: { scene in
            let token = try await scene.visitor.get("/desk/identity").formToken ?? ""
            return try await scene.visitor.upload(
                "/desk/identity", password.merging(["form": token]) { $1 }, file: "pkcs12", pkcs12)
        }
    }

    private static func prepare(_ scene: DeedScene, _ trial: TrialSigner) async throws {
        _ = try await scene.client.prepareDecisions(
            scene.round.name, units: ["cb-02"], date: CalendarDate(parsing: "2026-12-22"), signer: trial.signer)
    }

    private static func prepare(_ scene: DeedScene) async throws -> PageVisitor.Page {
        try await scene.submit(
            "/desk/rounds/\(scene.round.name)/preparations", order.merging(["unit": "cb-02"]) { $1 }, from: page)
    }

    private static func waiting(_ scene: DeedScene) async throws -> Int {
        try #require(try await scene.client.preparations(scene.round.name).first?.id)
    }

    private static func signature(_ scene: DeedScene, _ trial: TrialSigner) async throws -> [UInt8] {
        let bytes = try await scene.client.bytesToSign(waiting(scene))
        return try DetachedSignature.sign(content: bytes, by: trial.identity(), as: .pades)
    }

    private static func digest(_ scene: DeedScene) async throws -> [UInt8] {
        let decisions = try await scene.service.voter.decisions()
        return try #require(decisions.first { $0.number.description == "01-QĐ/ĐU" }?.digest)
    }

    @Test(arguments: [false, true])
    func decisionsAreWrittenDown(onPages: Bool) async throws {
        try await CertifiedRound.run(identity: false) { certified in
            let deeds = try Self.deeds(certified.trial)
            try await DeedScene.run(over: certified.round) { try await $0.expect(deeds, onPages: onPages) }
        }
    }

    /// A refused step writes nothing, and lets go of nothing.
    @Test func whatIsRefusedIsNoDeed() async throws {
        try await CertifiedRound.run(rejecting: 6) { certified in
            _ = await refusal { _ = try await certified.decide(["cb-02"]) }
            _ = await refusal { _ = try await certified.decide(["cb-01"], password: "sai-mat-khau") }
            _ = await refusal { try await certified.signer.withdraw(77) }
            let lines = try await certified.service.lines(of: "signer").filter { $0.hasPrefix("decision.") }
            #expect(lines == [])
        }
    }
}
