import Client
import OpenSSLKit
import Recognition
import SecretBallot
import SignedPDF
import StrictEncoding
import Testing

@testable import Service

/// Asks for operation after operation, each as it stands on the wire.
struct OperationWalk: Sendable {
    let certified: CertifiedRound

    private var round: TestRound { certified.round }
    private var service: TestService { certified.service }
    private static let staff = "/api/v1/staff"

    @discardableResult
    private func ask(
        _ method: String, _ path: String, _ body: JSONValue? = nil, bytes: [UInt8]? = nil, as role: Role? = nil,
        headers: [String: String] = [:]
    ) async throws -> RawAnswer {
        let bearer = role.map { ["Authorization": "Bearer " + PreparedStaff.token($0)] } ?? [:]
        let answer = try await service.call(
            method, path, bytes ?? body?.encoded(), headers: headers.merging(bearer) { $1 })
        #expect(answer.status < 300, "\(method) \(path): \(answer.status) \(answer.text.prefix(300))")
        return answer
    }

    func sign() async throws {
        for path in ["/healthz", "/readyz", "/metrics"] { try await ask("GET", path) }
        let cookie = try await signedIn()
        try await ask("GET", Self.staff + "/session", headers: cookie)
        let proof: JSONValue = ["password": .string(TestService.adminPassword)]
        try await ask("POST", Self.staff + "/session/confirmation", proof, headers: cookie)
        let token: JSONValue = ["label": "x", "days": 1, "password": .string(TestService.adminPassword)]
        try await ask("POST", Self.staff + "/tokens", token, headers: cookie)
        let change: JSONValue = ["old": .string(TestService.adminPassword), "new": "mot-mat-khau-khac-han"]
        try await ask("PUT", Self.staff + "/password", change, headers: cookie)
        let again: JSONValue = ["old": "mot-mat-khau-khac-han", "new": .string(TestService.adminPassword)]
        let second = try await signedIn("mot-mat-khau-khac-han")
        try await ask("PUT", Self.staff + "/password", again, headers: second)
        try await ask("DELETE", Self.staff + "/session", headers: signedIn())
    }

    private func signedIn(_ password: String = TestService.adminPassword) async throws -> [String: String] {
        let body: JSONValue = ["name": "quantri", "password": .string(password)]
        let answer = try await ask("POST", Self.staff + "/session", body)
        return ["Cookie": try #require(answer.headers["set-cookie"]?.split(separator: ";").first.map(String.init))]
    }

    func draft() async throws {
        let created = try await ask("POST", Self.staff + "/rounds", TestRound.draft, as: .secretary)
        let path = Self.staff + "/rounds/" + (try created.member("round").string())
        try await ask("PUT", path + "/units", bytes: TestRound.units(1), as: .secretary)
        try await ask("PUT", path + "/voters", bytes: TestRound.voters(round.codes), as: .secretary)
        let key: JSONValue = [
            "threshold": 1, "members": [["name": "Trưởng ban", "key": .bytes(round.memberKey.publicKey.bytes)]],
            "publicKey": .bytes(round.boardKey.publicKey.bytes),
        ]
        try await ask("PUT", path + "/board", key, as: .board)
        try await ask("PUT", path + "/relays", ["relays": []], as: .secretary)
        try await ask("POST", path + "/freeze", [:], as: .secretary)
        var frozen = try await ask("GET", path + "/freeze", as: .secretary)
        while try frozen.member("state").string() == "draft" {
            try await Task.sleep(for: .milliseconds(20))
            frozen = try await ask("GET", path + "/freeze", as: .secretary)
        }
        let roundID = try RoundID(frozen.member("roundID").bytes(32))
        try await ask(
            "POST", path + "/freeze-signatures",
            FreezeSignature(member: 0, of: roundID, signedBy: round.memberKey).json, as: .board)
        for one in ["", "/manifest", "/guidance", "/board"] { try await ask("GET", "/api/v1/rounds/\(roundID)\(one)") }
        try await ask("GET", path, as: .secretary)
        try await ask("POST", path + "/cancel", ["reason": "Nhầm"], as: .secretary)
    }

    func meet() async throws {
        try await ask("GET", Self.staff + "/guidance", as: .signer)
        try await ask("GET", Self.staff + "/rounds", as: .signer)
        let mark: JSONValue = ["marks": [["voter": "uv-1", "mark": "present"]]]
        try await ask("PUT", round.staffPath + "/presence", mark, as: .secretary)
        try await ask("POST", round.staffPath + "/issuing", [:], as: .secretary)
        try await ask("POST", round.staffPath + "/voting", ["acknowledge": []], as: .secretary)
        var devices: [VotingDevice] = []
        for code in round.codes {
            var device = try VotingDevice(round.manifest, code: code)
            let answer = try await ask("POST", round.voterPath + "/tokens", device.tokenRequest.json)
            try device.finalize(
                answer.member("tokenResponses").array().map { try $0.bytes() }, issued: answer.member("issued").bytes())
            try device.mark([Choice](repeating: .first, count: 8))
            for (contest, slip) in device.slips.enumerated() {
                let answer = try await ask("POST", round.voterPath + "/slips", ["slip": .bytes(slip)])
                try device.keep(receipt: answer.member("receipt").bytes(), forContest: contest)
            }
            devices.append(device)
        }
        try await ask("POST", round.staffPath + "/closing", ["acknowledge": []], as: .secretary)
        try await ask("POST", round.staffPath + "/seal", ["acknowledge": []], as: .secretary)
        let (seal, boxes, roll) = (
            try await service.voter.seal(of: round.manifest).seal, try await service.voter.boxes(of: round.manifest),
            try await service.voter.roll(of: round.manifest)
        )
        try await ask("POST", round.voterPath + "/found", devices[0].find(in: boxes, roll: roll, of: seal).json)
    }

    /// What only a round of version 2 has.
    static func close(_ round: TestRound, relay key: SigningKey) async throws {
        try await round.secretary.close(round.name, acknowledging: ["without-ballot"])
        let closing = try await round.service.voter.closing(of: round.manifest).closing
        let statement = try RelayStatement(relay: 0, voters: 0, closing: closing, of: round.manifest, signedBy: key)
        let answer = try await round.service.call("POST", round.voterPath + "/relays", statement.json.encoded())
        #expect(answer.status == 204)
        for document in ["", "/closing", "/steps", "/relays", "/roll"] {
            #expect(try await round.service.call("GET", round.voterPath + document).status == 200, "\(document)")
        }
    }

    func count() async throws {
        let seal = try await service.voter.seal(of: round.manifest).seal
        let share = try BoardShare(member: 0, share: round.boardKey.scalar, for: seal, signedBy: round.memberKey)
        try await ask("POST", round.staffPath + "/open", share.json, as: .board)
        try await ask("GET", round.staffPath, as: .board)
        let results = try await ask("GET", round.staffPath + "/results", as: .board)
        let tallies = try results.member("tally").array().map(ContestTally.init(reading:))
        try await ask("POST", round.staffPath + "/tally", [:], as: .board)
        try await ask(
            "POST", round.staffPath + "/minutes-signatures",
            MinutesSignature(member: 0, counting: tallies, of: seal, signedBy: round.memberKey).json, as: .board)
        try await ask("POST", round.staffPath + "/certify", ["acknowledge": ["unanimous"]], as: .board)
    }

    func decide() async throws {
        let trial = certified.trial
        func key(_ pkcs12: [UInt8]) -> JSONValue {
            ["pkcs12": .bytes(pkcs12), "password": .string(TrialSigner.password)]
        }
        try await ask("PUT", Self.staff + "/identity", key(trial.pkcs12), as: .signer)
        let first = try await prepare("cb-01")
        try await ask("GET", round.staffPath + "/preparations", as: .signer)
        let prepared = try await ask("GET", first + "/prepared", as: .signer)
        let signature = try DetachedSignature.sign(
            content: prepared.member("signedBytes").bytes(), by: trial.identity(), as: .pades)
        try await ask("PUT", first + "/signature", ["signature": .bytes(signature)], as: .signer)
        try await ask("DELETE", prepare("cb-02"), as: .signer)
        let second = try await prepare("cb-02")
        let base = try await ask("GET", second + "/document", as: .signer).body
        let plan = SignaturePlan(field: "Other", signerName: "Nguyễn Văn Thắng", time: 1_797_900_000)
        let ready = try PreparedSignature.prepare(base, plan: plan)
        let signed = try ready.attaching(
            DetachedSignature.sign(content: ready.signedBytes, by: trial.identity(), as: .pades))
        try await ask("PUT", second + "/document", bytes: signed, as: .signer)
        let password: JSONValue = ["password": .string(TrialSigner.password)]
        try await ask("POST", round.staffPath + "/decisions", order(password), as: .signer)
        let list = try await ask("GET", "/api/v1/decisions").member("decisions").array()
        let digests = try list.map { try $0.looseObject().member("digest").string() }
        try await ask("PUT", Self.staff + "/identity", key(trial.sealPKCS12), as: .signer)
        try await ask("POST", Self.staff + "/decisions/\(digests[0])/seal", password, as: .signer)
        try await ask("PUT", Self.staff + "/identity", key(trial.pkcs12), as: .signer)
        let annulment = order(password).adding("reason", "Có đảng viên bị kỷ luật").adding("body", "ĐU")
            .adding("acknowledge", ["recognition-ended"])
        try await ask("POST", Self.staff + "/decisions/\(digests[1])/annulment", annulment, as: .signer)
        for digest in digests {
            try await ask("GET", "/api/v1/decisions/\(digest)")
            let file = try await ask("GET", "/api/v1/decisions/\(digest)/document").body
            try await ask("POST", "/api/v1/verify", bytes: file)
        }
    }

    func archive() async throws {
        let digest = Base64URL.encode(try await certified.decide()[0].digest)
        try await ask("POST", Self.staff + "/decisions/\(digest)/archive", as: .signer)
    }

    private func order(_ base: JSONValue) -> JSONValue {
        base.adding("date", "2026-12-22").adding("signer", certified.trial.signer.json)
    }

    /// The path of a paper that waits.
    private func prepare(_ unit: String) async throws -> String {
        let answer = try await ask(
            "POST", round.staffPath + "/preparations", order(["units": [.string(unit)]]), as: .signer)
        let paper = try answer.member("papers").array()[0].looseObject().member("id").integer()
        return Self.staff + "/preparations/\(paper)"
    }

    func read() async throws {
        for document in [
            "", "/manifest", "/guidance", "/board", "/attendance", "/roll", "/seal", "/boxes", "/found", "/opening",
            "/tally", "/outcomes", "/record",
        ] {
            try await ask("GET", round.voterPath + document)
        }
        for path in ["/decisions", "/annulled", "/keys"] { try await ask("GET", "/api/v1" + path) }
        try await ask("GET", round.staffPath + "/documents/minutes", as: .board)
    }

    func administer() async throws {
        let cookie = try await signedIn()
        try await ask("GET", Self.staff + "/accounts", headers: cookie)
        let account: JSONValue = [
            "name": "an", "displayName": "An", "roles": ["board"], "password": "thac-bo-song-da-17",
        ]
        try await ask("POST", Self.staff + "/accounts", account, headers: cookie)
        try await ask("PATCH", Self.staff + "/accounts/an", ["disabled": true], headers: cookie)
        try await ask("GET", Self.staff + "/factors", headers: cookie)
        try await ask("GET", Self.staff + "/accounts/an/factors", headers: cookie)
        try await ask("POST", Self.staff + "/accounts/an/factors/reset", [:], headers: cookie)
        try await ask("POST", Self.staff + "/accounts/an/lift", [:], headers: cookie)
        let code = try await ask("GET", Self.staff + "/journal", headers: cookie).member("code").string()
        try await ask("GET", Self.staff + "/journal?known=\(code)&known=1-AAAA", headers: cookie)
    }
}
