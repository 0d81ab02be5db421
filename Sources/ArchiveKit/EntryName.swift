/// The rules that an entry's name must keep, so that unpacking can never write outside its folder.
enum EntryName {
    static let maximumBytes = 1024

    /// - Throws: `ArchiveError` with the first rule that `name` breaks.
    static func check(_ name: String) throws(ArchiveError) {
        if let fault = fault(of: name) { throw ArchiveError(fault, entry: String(name.prefix(maximumBytes))) }
    }

    private static func fault(of name: String) -> ArchiveError.Reason? {
        let bytes = name.utf8
        if bytes.isEmpty { return .emptyName }
        if bytes.count > maximumBytes { return .nameTooLong }
        if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return .controlCharacter }
        if bytes.contains(UInt8(ascii: "\\")) { return .backslash }
        if bytes.first == UInt8(ascii: "/") || hasDriveLetter(name) { return .absoluteName }
        let components = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return components.contains { ["", ".", ".."].contains(String($0)) } ? .traversal : nil
    }

    /// "C:x" is absolute where the outsider's system is Windows.
    private static func hasDriveLetter(_ name: String) -> Bool { name.utf8.dropFirst().first == UInt8(ascii: ":") }
}
