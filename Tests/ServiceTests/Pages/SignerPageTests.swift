import Client
import Decisions
import Foundation
import Recognition
import Storage
import StrictEncoding
import Testing

@testable import Service

/// The signer's pages: drafts, signing here and elsewhere, the seal, annulling.
@Suite struct SignerPageTests {
    private static let page = "/desk/rounds/\(PreparedRound.name)/decisions"
    private static let order = [
        "date": "2026-12-22", "signer": "Nguyễn Văn Thắng", "position": "Bí thư", "firstNumber": "41",
        "password": TrialSigner.password,
    ]

    /// A certified round, and a browser of a signer's.
    private static func visit(
        identity: Bool = true, rejecting rejected: Int? = nil,
        _ body: @escaping @Sendable (PageVisitor, CertifiedRound) async throws -> Void
    ) async throws {
        try await CertifiedRound.run(rejecting: rejected) { certified in
            let signer = try await certified.service.staff("nguoi-ky", .signer)
            if identity {
                try await signer.setIdentity(pkcs12: certified.trial.pkcs12, password: TrialSigner.password)
            }
            try await PageVisitor.visit(certified.service) { visitor in
                let found1 = try await visitor.signIn("nguoi-ky")
                #expect(found1.status == 303)
                try await body(visitor, certified)
            }
        }
    }

    private static func decisions(_ certified: CertifiedRound) async throws -> Int {
        try await certified.service.voter.decisions().count
    }

    @Test func draftsStandBesideTheirTally() async throws {
        try await Self.visit(rejecting: 6) { visitor, _ in
            let page = try await visitor.get(Self.page)
            #expect(page.status == 200)
            #expect(page.text.contains(#"data-unit="cb-01""#) && !page.text.contains(#"data-unit="cb-02""#))
            #expect(page.text.contains("<strong>6</strong><span class=\"needed\"> / 4</span>"))
            #expect(page.text.contains("Không được công nhận: 1"), "and why the other has none")
            #expect(page.text.contains("value=\"Nguyễn Văn Thắng\""), "whom the certificate names")
        }
    }

    @Test func oneOrAllAreSigned() async throws {
        try await Self.visit { visitor, certified in
            let one = try await visitor.submit(
                Self.page, from: Self.page, Self.order.merging(["unit": "cb-01"]) { $1 })
            #expect(one.status == 303 && one.location == Self.page + "?signed=1")
            let after = try await visitor.get(Self.page + "?signed=1")
            #expect(after.text.contains("41-QĐ/ĐU") && after.text.contains("Đã ký 1 quyết định."))
            #expect(!after.text.contains(#"data-unit="cb-01""#) && after.text.contains(#"data-unit="cb-02""#))
            let rest = try await visitor.submit(
                Self.page, from: Self.page, Self.order.merging(["unit": "cb-02"]) { $1 })
            #expect(rest.status == 303)
            let holds1 = try await Self.decisions(certified) == 2
            #expect(holds1)
        }
    }

    @Test func allStandOnOnePaperWhereThatIsAsked() async throws {
        try await Self.visit { visitor, certified in
            let token = try #require(try await visitor.get(Self.page).formToken)
            let fields = Self.order.merging(["form": token, "together": "yes"]) { $1 }
            let signed = try await visitor.post(Self.page, fields, [("unit", "cb-01"), ("unit", "cb-02")])
            #expect(signed.location == Self.page + "?signed=2")
            let numbers = try await certified.service.voter.decisions().map(\.number.description)
            #expect(numbers == ["41-QĐ/ĐU", "41-QĐ/ĐU"])
        }
    }

    @Test func aWrongKeyPasswordSaysSoAndIssuesNothing() async throws {
        try await Self.visit { visitor, certified in
            let fields = Self.order.merging(["unit": "cb-01", "password": "sai-mat-khau", "signer": "Ai Đó"]) { $1 }
            let refused = try await visitor.submit(Self.page, from: Self.page, fields)
            #expect(refused.status == 403 && refused.text.contains("Sai mật khẩu của khóa ký."))
            #expect(refused.text.contains("value=\"Ai Đó\"") && !refused.text.contains("sai-mat-khau"))
            let holds2 = try await Self.decisions(certified) == 0
            #expect(holds2)
        }
    }

    @Test func nothingIsSignedWhereNothingIsTickedOrTheFormIsNotOurs() async throws {
        try await Self.visit { visitor, certified in
            let found2 = try await visitor.submit(Self.page, from: Self.page, Self.order)
            #expect(found2.status == 400)
            let forged = try await visitor.post(Self.page, Self.order.merging(["unit": "cb-01"]) { $1 })
            #expect(forged.status == 403)
            let holds3 = try await Self.decisions(certified) == 0
            #expect(holds3)
        }
    }

    @Test func aPreviewIsAPaperThatNobodySigned() async throws {
        try await Self.visit { visitor, certified in
            let fields = Self.order.merging(["unit": "cb-01", "password": ""]) { $1 }
            let shown = try await visitor.submit(Self.page + "/preview", from: Self.page, fields)
            #expect(shown.status == 200 && shown.headers["content-type"] == "application/pdf")
            let holds4 = try await Self.decisions(certified) == 0
            #expect(holds4)
            let found3 = try await certified.signer.preparations(certified.round.name)
            #expect(found3.isEmpty)
        }
    }

    /// A number that was given back waits: the paper that is looked at has the one that is issued then.
    @Test func aPreviewHasTheNumberThatIsGivenThen() async throws {
        try await Self.visit { _, certified in
            let date = try CalendarDate(parsing: "2026-12-22")
            let waiting = try await certified.signer.prepareDecisions(
                certified.round.name, units: ["cb-01"], date: date, signer: certified.trial.signer)
            _ = try await certified.decide(["cb-02"])
            #expect(try await Self.previewed("cb-01", certified) == "03-QĐ/ĐU")
            try await certified.signer.withdraw(waiting[0].id)
            let shown = try await Self.previewed("cb-01", certified)
            let issued = try await certified.decide(["cb-01"])
            #expect(shown == "01-QĐ/ĐU" && issued[0].number == shown)
        }
    }

    /// The number on the paper that a signer looks at.
    private static func previewed(_ unit: String, _ certified: CertifiedRound) async throws -> String {
        let login: JSONValue = ["name": "nguoi-ky", "password": .string(TestService.staffPassword)]
        let session = try await certified.service.call("POST", "/api/v1/staff/session", login.encoded())
        let cookie = try #require(session.headers["set-cookie"]?.split(separator: ";").first.map(String.init))
        let secret = try Base64URL.decode(String(cookie.drop { $0 != "=" }.dropFirst()))
        let token = FormGuard.token(for: StaffToken.digest(of: secret))
        let fields = "form=\(token)&unit=\(unit)&date=2026-12-22&signer=A&position=B&password="
        let answer = try await certified.service.call(
            "POST", page + "/preview", Array(fields.utf8),
            headers: ["Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"])
        return try DecisionDocument(answer.body).text.number.description
    }

    @Test func aPaperGoesOutAndComesBackSigned() async throws {
        try await Self.visit(identity: false) { visitor, certified in
            let prepare = "/desk/rounds/\(PreparedRound.name)/preparations"
            let fields = Self.order.merging(["unit": "cb-01"]) { $1 }
            let prepared = try await visitor.submit(prepare, from: Self.page, fields)
            let paper = try #require(prepared.location)
            #expect(prepared.status == 303 && paper.hasPrefix("/desk/preparations/"))
            let page = try await visitor.get(paper)
            let token = try #require(page.formToken)
            #expect(page.text.contains("41-QĐ/ĐU"))
            let changed = try await visitor.upload(paper + "/document", ["form": token], file: "document", [1, 2, 3])
            #expect(changed.status == 422)
            let holds5 = try await visitor.get(Self.page).text.contains(paper)
            #expect(holds5, "it still waits")
            let gone = try await visitor.submit(paper + "/withdraw", from: paper, [:])
            #expect(gone.status == 303 && gone.location == Self.page)
            let found4 = try await visitor.get(paper)
            #expect(found4.status == 404)
            let holds6 = try await Self.decisions(certified) == 0
            #expect(holds6)
        }
    }

    @Test func anAnnulmentIsTypedOutOrDoesNothing() async throws {
        try await Self.visit { visitor, certified in
            let digest = try await certified.decide(["cb-01"])[0].digest
            let path = "/desk/decisions/\(Base64URL.encode(digest))/annul"
            let fields = Self.order.merging([
                "reason": "Có đảng viên\nbị kỷ luật", "body": "ĐU", "date": "2026-12-23",
            ]) { $1 }
            let page = try await visitor.get(path)
            #expect(page.text.contains(#"data-warning="recognition-ended""#) && page.text.contains("chấm dứt"))
            let bare = try await visitor.submit(path, from: path, fields)
            #expect(bare.status == 422 && bare.text.contains("gõ đúng câu xác nhận"))
            #expect(bare.text.contains("Có đảng viên"), "nobody types it twice")
            let annulments = { try await certified.service.voter.decisions().count { $0.isAnnulled } }
            let holds7 = try await annulments() == 0
            #expect(holds7)
            let typed = fields.merging(["confirmation": " Hủy bỏ "]) { $1 }
            let unread = try await visitor.submit(path, from: path, typed)
            #expect(unread.status == 409 && unread.text.contains(#"data-code="unacknowledged-warnings""#))
            let holds10 = try await annulments() == 0
            #expect(holds10)
            let done = try await visitor.submit(
                path, from: path, typed.merging(["acknowledge": "recognition-ended"]) { $1 })
            #expect(done.status == 303 && done.location == path)
            let holds8 = try await annulments() == 1
            #expect(holds8)
            let after = try await visitor.get(path)
            #expect(after.text.contains("Có đảng viên bị kỷ luật") && !after.text.contains("id=\"annul-form\""))
        }
    }

    /// By the account that keeps the body's certificate; any other is told so before it tries, and when it does.
    @Test func theSealIsPutOnce() async throws {
        try await Self.visit { visitor, certified in
            let digest = try await certified.decide(["cb-01"])[0].digest
            let path = "/desk/decisions/\(Base64URL.encode(digest))/seal"
            let persons = try await visitor.get(path)
            #expect(persons.text.contains("id=\"not-the-seals\""))
            #expect(!persons.text.contains("data-signer-step=\"seal\""))
            let refused = try await visitor.submit(path, from: Self.page, ["password": TrialSigner.password])
            #expect(refused.status == 422 && refused.text.contains("data-code=\"identity-of-another\""))
            _ = try await certified.sealKeeper()
            _ = try await visitor.signIn("van-thu")
            let done = try await visitor.submit(path, from: path, ["password": TrialSigner.password])
            #expect(done.status == 303)
            let found5 = try await visitor.get(path)
            #expect(found5.text.contains("đã được đóng dấu số"))
            let found6 = try await visitor.get(Self.page)
            #expect(found6.text.contains("Đã đóng dấu số"))
        }
    }

    @Test func othersMayLookOrNotEvenThat() async throws {
        try await CertifiedRound.run { certified in
            _ = try await certified.service.staff("thu-ky", .secretary)
            _ = try await certified.service.staff("kiem-phieu", .board)
            try await PageVisitor.visit(certified.service) { visitor in
                let holds9 = try await visitor.get(Self.page).location?.hasPrefix("/sign-in?to=") == true
                #expect(holds9)
                _ = try await visitor.signIn("thu-ky")
                let page = try await visitor.get(Self.page)
                #expect(page.status == 200 && !page.text.contains("id=\"sign\""))
                let fields = Self.order.merging(["unit": "cb-01"]) { $1 }
                let found7 = try await visitor.submit(Self.page, from: Self.page, fields)
                #expect(found7.status == 403)
                let found8 = try await visitor.get("/desk/identity")
                #expect(found8.status == 403)
            }
            try await PageVisitor.visit(certified.service) { visitor in
                _ = try await visitor.signIn("kiem-phieu")
                let found9 = try await visitor.get(Self.page)
                #expect(found9.status == 403)
            }
        }
    }

    @Test func aCertificateIsGivenByAForm() async throws {
        try await Self.visit(identity: false) { visitor, certified in
            let token = try #require(try await visitor.get("/desk/identity").formToken)
            let wrong = try await visitor.upload(
                "/desk/identity", ["form": token, "password": "sai"], file: "pkcs12", certified.trial.pkcs12)
            #expect(wrong.status == 403 && wrong.text.contains("Sai mật khẩu của khóa ký."))
            let given = try await visitor.upload(
                "/desk/identity", ["form": token, "password": TrialSigner.password], file: "pkcs12",
                certified.trial.pkcs12)
            #expect(given.status == 303)
            let page = try await visitor.get("/desk/identity")
            #expect(page.text.contains("Nguyễn Văn Thắng") && page.text.contains("Được dịch vụ này tin cậy"))
        }
    }
}
