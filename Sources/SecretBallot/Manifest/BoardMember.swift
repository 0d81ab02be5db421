/// A member of the counting board, with the key that signs the freezing and the opening.
public struct BoardMember: Sendable, Hashable {
    public let name: String
    public let key: VerifyingKey

    public init(name: String, key: VerifyingKey) {
        self.name = name
        self.key = key
    }
}
