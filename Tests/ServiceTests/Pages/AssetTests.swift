import Foundation
import TestSupport
import Testing
import WebAssets

@testable import Service

/// The pages' files as they are built in and served.
@Suite struct AssetTests {
    private static let folder = TestFiles.path("Sources/WebAssets")

    @Test func everyFileIsBuiltInAsItIs() throws {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.folder).filter(WebAssets.isServed)
        #expect(Set(paths) == Set(WebAssets.files.keys), "run scripts/list-assets.sh")
        for path in paths {
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(Self.folder)/\(path)")))
            #expect(WebAssets.files[path] == bytes, "\(path)")
        }
    }

    @Test func everyModuleThatIsImportedIsThere() throws {
        let files = try WebFiles(WebAssets.files)
        for file in files.files.values {
            for path in file.allImports + file.seldomImports {
                #expect(files.files[path] != nil, "\(file.path) imports \(path)")
            }
        }
    }

    @Test func aPageNamesAllThatItsScriptsImport() throws {
        let assets = try WebFiles(WebAssets.files).assets(styles: ["styles/house.css"], scripts: ["ballot/ballot.js"])
        let modules = Set(assets.modules.map(\.path))
        #expect(
            modules.isSuperset(of: ["ballot/session.js", "ballot/hpke.js", "ballot/modular.js", "ballot/bytes.js"]))
        #expect(!modules.contains("ballot/ballot.js") && assets.scripts.map(\.path) == ["ballot/ballot.js"])
    }

    @Test func whatIsImportedLaterIsFetchedLast() throws {
        let assets = try WebFiles(WebAssets.files).assets(styles: [], scripts: ["scripts/member/member-app.js"])
        let modules = assets.modules.map(\.path)
        let later = try #require(modules.firstIndex(of: "ballot/ballot.js"))
        #expect(
            modules[..<later].contains("scripts/member/joining.js") && !modules[..<later].contains("ballot/hpke.js"))
        #expect(modules[later...].contains("ballot/hpke.js") && Set(modules).count == modules.count)
    }

    @Test func whatIsSeldomNeededIsNamedAndNotFetched() throws {
        let assets = try WebFiles(WebAssets.files).assets(styles: [], scripts: ["scripts/member/member-app.js"])
        let modules = Set(assets.modules.map(\.path))
        #expect(assets.seldom.map(\.entry) == ["scripts/member/afterwards.js", "scripts/member/relayed.js"])
        for (entry, files) in assets.seldom {
            let paths = files.map(\.path)
            #expect(paths.first == entry && Set(paths).count == paths.count && modules.isDisjoint(with: paths))
        }
        let relayed = Set(assets.seldom[1].files.map(\.path))
        #expect(relayed.isSuperset(of: ["ballot/relayed-ballot.js", "ballot/passage.js", "scripts/member/handing.js"]))
        let others = try WebFiles(WebAssets.files).assets(styles: [], scripts: ["scripts/screen/screen.js"])
        #expect(others.seldom.isEmpty)
    }

    @Test func filesAreServedWithTheirDigests() async throws {
        try await TestService.run { service in
            let version = try WebFiles(WebAssets.files).version
            let file = try await service.call("GET", "/assets/\(version)/ballot/slip.js")
            #expect(file.status == 200 && file.body == WebAssets.files["ballot/slip.js"])
            #expect(file.headers["content-type"] == "text/javascript; charset=utf-8")
            #expect(file.headers["cache-control"]?.contains("immutable") == true)
            let old = try await service.call("GET", "/assets/another/ballot/slip.js")
            #expect(old.headers["cache-control"] == "no-store")
            let sums = try await service.call("GET", "/assets/SHA256SUMS").text
            let lines = sums.split(separator: "\n")
            #expect(lines.count == WebAssets.files.keys.count { !$0.hasPrefix("templates/") })
            #expect(lines.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{64}  [a-z0-9\/.-]+/) != nil })
        }
    }

    @Test(arguments: [
        "/assets/x/templates/home.mustache", "/assets/x/../../etc/passwd", "/assets/x/ballot", "/assets/x",
    ])
    func nothingElseIsServed(path: String) async throws {
        try await TestService.run { service in
            let answer = try await service.call("GET", path)
            #expect(answer.status == 404)
        }
    }

    @Test func packedFilesUnpack() throws {
        for (_, file) in try WebFiles(WebAssets.files).files {
            #expect(file.packed.starts(with: [0x1F, 0x8B]) && file.packed.count < file.bytes.count)
        }
    }
}
