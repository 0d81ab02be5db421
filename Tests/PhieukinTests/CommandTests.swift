import ArgumentParser
import Foundation
import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@testable import phieukin

/// What a user sees of wrong use: a message, a hint, the exit code.
struct CommandTests {
    @Test(arguments: [["--help"], ["round", "--help"], ["vote", "--help"], ["help", "audit"], ["--version"]])
    func helps(arguments: [String]) throws {
        let outcome = try Tool.run(arguments)
        #expect(outcome.status == 0)
        #expect(!outcome.output.isEmpty)
        #expect(outcome.errors.isEmpty)
    }

    @Test(arguments: [
        ["nothing"], ["audit"], ["serve", "--port", "many"], ["vote", "--round", "x"],
        ["verify", "a", "--annulled-list", "c"], ["serve"], ["round", "list", "--server", "http://10.0.0.1"],
        ["round", "list"], ["verify", "/nonexistent"], ["demo", "--example", "/nonexistent"],
        ["audit", "x.zip", "--round", "short"], ["serve", "--data", "/nonexistent"],
    ])
    func saysWhatIsWrong(arguments: [String]) throws {
        let outcome = try Tool.run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.localizedCaseInsensitiveContains("error:"))
        #expect(!outcome.errors.contains("Fatal"))
    }

    @Test func tellsThatNobodyListens() throws {
        let outcome = try Tool.run(
            ["round", "list", "--server", "http://127.0.0.1:1"], environment: ["PHIEUKIN_TOKEN": "t"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("cannot be reached"))
        #expect(outcome.errors.contains("hint: "))
        #expect(!outcome.errors.contains("PHIEUKIN_TOKEN=t"))
    }

    @Test func tellsADamagedRecordFromWrongUse() async throws {
        try await TemporaryFolder.use { folder in
            let path = folder + "/record.zip"
            let writer = try RecordWriter(path: path, time: 1_797_570_000)
            try writer.add(.manifest, Array("{}".utf8))
            try writer.finish()
            let outcome = try Tool.run(["audit", path, "--english"])
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("FAULT manifest"))
            #expect(outcome.output.contains("does NOT hold"))
            let json = try Tool.run(["audit", path, "--json"])
            #expect(json.status == 1)
            #expect(json.output.contains(#""holds": false"#))
        }
    }

    @Test(arguments: ["PK broken off", "<html>", "", "{\"code\":\"wrong-state\"}"])
    func saysHowToGetARecordInPlaceOfAnotherFile(contents: String) async throws {
        try await TemporaryFolder.use { folder in
            let path = folder + "/record.zip"
            try Data(contents.utf8).write(to: URL(filePath: path))
            for arguments in [["audit", path], ["audit", path, "--json"]] {
                let outcome = try Tool.run(arguments)
                #expect(outcome.status == 2 && outcome.output.isEmpty)
                #expect(outcome.errors.contains("hint: tải lại hồ sơ") && outcome.errors.contains(path))
            }
        }
    }

    @Test func knowsNothingFromARegisterThatDoesNotAnswer() async throws {
        let path = TestFiles.path("Tests/Vectors/pdf/decision.pdf")
        let outcome = try Tool.run(["verify", path, "--english", "--server", "http://127.0.0.1:1"])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("the register could not be asked"))
        #expect(outcome.output.contains("Intact: Yes."))
        #expect(outcome.output.contains("Recorded: Unknown."))
    }

    @Test func checksWhatACodeSays() throws {
        let key = try #require(NoteSigner(name: "phieu.example", seed: [UInt8](repeating: 3, count: 32)))
        let note = try key.sign(
            "phieukin/1 decision\n12-QĐ/ĐU\n2026-01-05\nĐảng ủy xã\nChi bộ bản\n2025\n"
                + Base64URL.encode([UInt8](repeating: 1, count: 32)) + "\n")
        let link = "https://phieu.example/verify#" + Base64URL.encode(Array(note.utf8))
        let keys = ["--log-key", Base64URL.encode(key.publicKey), "--issuer", "phieu.example"]
        let good = try Tool.run(["code", link] + keys)
        #expect(good.status == 0 && good.output.contains("12-QĐ/ĐU, 2026-01-05, Đảng ủy xã"))
        let other = Base64URL.encode([UInt8](repeating: 9, count: 32))
        for (link, key) in [(link, other), (String(link.dropLast(4)), keys[1]), ("https://phieu.example", keys[1])] {
            let outcome = try Tool.run(["code", link, "--log-key", key, "--issuer", "phieu.example"])
            #expect(outcome.status == 1 || outcome.status == 2)
            #expect(outcome.output.isEmpty)
        }
    }

    @Test func takesNamesThatBeginWithAHyphen() throws {
        #expect(try VoteCommand.parse(["--round", "-a", "--state", "s"]).round == "-a")
        #expect(try AuditCommand.parse(["record.zip", "--round", "-a"]).round == "-a")
        #expect(try RecordCommand.parse(["--round", "-a", "--out", "x"]).round == "-a")
        #expect(try KnowledgeOptions.parse(["--log-key", "-a"]).logKey == "-a")
        let digest = "-" + String(repeating: "A", count: 42)
        let signer = ["--signer-name", "A", "--signer-position", "B", "--date", "2026-12-20"]
        let annul = try AnnulCommand.parse([digest, "--reason", "r", "--body", "ĐU"] + signer)
        #expect(try annul.digest().count == 32)
        #expect(throws: Failure.self) {
            try AnnulCommand.parse([digest, "--unknown", "--reason", "r", "--body", "ĐU"] + signer).digest()
        }
    }

    @Test func answersUnknownOrNoAboutADecisionThatIsNone() async throws {
        try await TemporaryFolder.use { folder in
            let path = folder + "/x"
            try Data("{}".utf8).write(to: URL(filePath: path))
            let outcome = try Tool.run(["verify", path, "--english"])
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("Intact: NO."))
            #expect(outcome.output.contains("In force: Unknown."))
        }
    }
}
