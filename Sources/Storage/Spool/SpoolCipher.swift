import Crypto
import FoundationEssentials
import OpenSSLKit

/// Makes the spool's rows: keys by HMAC-SHA-256, values by AES-256-GCM, each under its own subkey of the spool key.
struct SpoolCipher: Sendable {
    /// Has taken in the key of the rows' keys, and nothing yet.
    private let index: HMAC<SHA256>
    private let wrapping: Wrapping

    init(_ spoolKey: SecretBytes) {
        let secret = spoolKey.symmetricKey
        let label = Data("phieukin spool index".utf8)
        index = HMAC(key: HKDF<SHA256>.deriveKey(inputKeyMaterial: secret, info: label, outputByteCount: 32))
        wrapping = Wrapping(secret, use: "phieukin spool seal")
    }

    /// The key of the row of `identifier`.
    func key(of identifier: [UInt8], in table: SpoolTable) -> [UInt8] {
        var code = index
        code.update(data: context(table, identifier))
        return Array(code.finalize())
    }

    func row(_ identifier: [UInt8], _ value: some DataProtocol, in table: SpoolTable) throws -> SpoolRow {
        let key = key(of: identifier, in: table)
        return try SpoolRow(table: table, key: key, value: wrapping.wrap(value, context: context(table, key)))
    }

    /// - Throws: `StorageError.corrupt` if the value was not wrapped for this row.
    func open(_ row: SpoolRow) throws(StorageError) -> Data {
        guard let plain = wrapping.unwrap(row.value, context: context(row.table, row.key)) else {
            throw StorageError(.corrupt, "the spool's \(row.table.rawValue): a row that its key does not open")
        }
        return plain
    }

    private func context(_ table: SpoolTable, _ suffix: [UInt8]) -> [UInt8] {
        Array(table.rawValue.utf8) + [0] + suffix
    }
}
