import StrictEncoding

extension Form {
    /// The roles that are ticked.
    /// - Throws: `MalformedInput`.
    func roles() throws -> Set<Role> {
        Set(
            try all("role").map { text in
                guard let role = Role(rawValue: text) else { throw MalformedInput(.wrongValue, at: "role") }
                return role
            })
    }
}
