import Foundation
import TestSupport
import Testing

@testable import Storage

/// The register's statements are written for every engine alike.
@Suite struct SQLTests {
    /// What one engine alone understands, or understands otherwise.
    static let peculiar = [
        "WITHOUT ROWID", "STRICT", "AUTOINCREMENT", " BLOB", " INTEGER", "BYTEA", "OR IGNORE", "OR REPLACE", "ifnull",
        "IFNULL", "?1", "$1", "rowid", "GLOB", "PRAGMA", "last_insert",
        "CONFLICT DO UPDATE",
    ]

    @Test(arguments: peculiar) func nothingPeculiarStandsInTheRegister(_ word: String) throws {
        let sources = URL(filePath: TestFiles.path("Sources/Storage/Register"))
        let names = try FileManager.default.subpathsOfDirectory(atPath: sources.path())
        var count = 0
        for name in names where name.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
            count += 1
            #expect(!text.contains(word), "\(name)")
            #expect(!text.contains("import GRDB"), "\(name)")
        }
        #expect(count > 20)
    }

    /// An engine of another dialect gets a schema without a word that it does not know.
    @Test func everyWordOfTheSchemaIsTheDialects() {
        let dialect = SQLDialect(
            bytes: "BYTEA", integer: "BIGINT", identity: "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
            lastingIdentity: "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", keyed: "", listed: "")
        let session = RecordingSession(dialect: dialect)
        try? RegisterSchema.migrate(session)
        let text = session.statements.text
        #expect(text.contains("digest BYTEA PRIMARY KEY") && text.contains("at BIGINT NOT NULL"))
        #expect(!text.contains("{") && !text.contains("}"))
    }

    @Test func aRowIsReadWhateverTheCaseOfItsColumns() throws {
        let row = SQLRow(
            columns: ["displayname", "roundid", "at"], values: [.text("An"), .null, .integer(7)])
        #expect(try row["displayName"] == "An")
        #expect(try row["at"] == 7)
        #expect(try row.optional("roundID") as [UInt8]? == nil)
        expectCode(.corrupt) { let _: String = try row["roundID"] }
        expectCode(.corrupt) { let _: String = try row["at"] }
        expectCode(.corrupt) { let _: Int = try row["other"] }
    }
}

/// Keeps what it is told, and knows nothing.
private struct RecordingSession: SQLSession {
    final class Statements { var text = "" }

    let dialect: SQLDialect
    let statements = Statements()
    var changes: Int { 0 }

    func hasTable(_ name: String) -> Bool { false }

    func execute(_ sql: String, _ values: [(any SQLEncodable)?]) -> Int {
        statements.text += sql + ";\n"
        return 0
    }

    func forEach(_ sql: String, _ values: [(any SQLEncodable)?], _ body: (SQLRow) throws -> Void) {}
}
