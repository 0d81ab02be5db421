import FoundationEssentials
import GRDB

extension [UInt8] {
    /// As SQLite takes it.
    var blob: Data { Data(self) }
}

extension Row {
    func bytes(_ column: String) -> [UInt8] { Array(self[column] as Data) }
}

extension [UInt8] {
    static func fetchOne(_ db: Database, sql: String, arguments: StatementArguments) throws -> [UInt8]? {
        try Data.fetchOne(db, sql: sql, arguments: arguments).map { Array($0) }
    }
}
